using System.Collections.Immutable;
using System.Globalization;

namespace LumenArgus.Plugins.RuleAnalysis;

/// <summary>Joins duplicates and looks at single rules.</summary>
internal static class ResultBuilder
{
    private const int ManyOthers = 10;
    private const int SeveralOthers = 3;

    // Of another rule's texts: what a rule finds here and there is chance.
    private const double Some = 0.2;

    /// <summary>Joins pairs of duplicates.</summary>
    public static ImmutableArray<RuleCluster> Clusters(IEnumerable<RulePair> duplicates, IReadOnlyDictionary<string, RuleCorpus> corpora)
    {
        var of = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal);
        foreach (var pair in duplicates)
        {
            var joined = new HashSet<string>(StringComparer.Ordinal) { pair.RuleA, pair.RuleB };
            foreach (var name in (string[])[pair.RuleA, pair.RuleB])
            {
                joined.UnionWith(of.GetValueOrDefault(name) ?? []);
            }

            foreach (var name in joined)
            {
                of[name] = joined;
            }
        }

        return
        [
            .. of.Values.Distinct().OrderBy(static names => names.Min(StringComparer.Ordinal), StringComparer.Ordinal).Select((names, place) =>
            {
                var keep = names.Select(name => corpora[name].Rule).Aggregate(KeepOrder.Better);
                var other = names.Where(name => name != keep.Name).Select(name => corpora[name].Rule).Aggregate(KeepOrder.Better);
                return new RuleCluster(place + 1, [.. names.Order(StringComparer.Ordinal)], keep.Name, $"'{keep.Name}' {KeepOrder.Why(keep, other)}");
            }),
        ];
    }

    /// <summary>Looks at single rules.</summary>
    public static RuleQuality Quality(IReadOnlyDictionary<string, RuleCorpus> corpora, double threshold, CancellationToken cancellationToken)
    {
        var reaches = new Dictionary<string, int>(StringComparer.Ordinal);
        var specific = ImmutableArray.CreateBuilder<QualityNote>();
        var redundant = ImmutableArray.CreateBuilder<QualityNote>();
        foreach (var corpus in corpora.Values.OrderBy(static corpus => corpus.Rule.Name, StringComparer.Ordinal))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var others = corpus.MatchedBy.Where(each => each.Key != corpus.Rule.Name && corpora.TryGetValue(each.Key, out var other) && !other.Rule.Generic).ToArray();
            foreach (var other in others.Where(other => other.Value.Length >= Some * corpus.Size))
            {
                reaches[other.Key] = reaches.GetValueOrDefault(other.Key) + 1;
            }

            if (corpus.Rule.Generic || corpus.Size == 0)
            {
                continue;
            }

            var all = others.Where(other => other.Value.Length >= threshold * corpus.Size).Select(static other => other.Key).Order(StringComparer.Ordinal).ToArray();
            if (all.Length >= SeveralOthers)
            {
                specific.Add(new QualityNote(corpus.Rule.Name, $"{all.Length} other rules match its values: {string.Join(", ", all.Take(5))}"));
            }

            if (others.SelectMany(static other => other.Value).Distinct().Count() == corpus.Size)
            {
                redundant.Add(new QualityNote(corpus.Rule.Name, $"found without it by {string.Join(", ", others.Select(static other => other.Key).Order(StringComparer.Ordinal).Take(5))}"));
            }
        }

        return new RuleQuality
        {
            BroadPatterns =
            [
                .. reaches.Where(static each => each.Value >= ManyOthers).OrderByDescending(static each => each.Value).ThenBy(static each => each.Key, StringComparer.Ordinal)
                    .Select(static each => new QualityNote(each.Key, string.Create(CultureInfo.InvariantCulture, $"matches values of {each.Value} other rules"))),
            ],
            LowSpecificity = specific.ToImmutable(),
            FullyRedundant = redundant.ToImmutable(),
        };
    }
}
