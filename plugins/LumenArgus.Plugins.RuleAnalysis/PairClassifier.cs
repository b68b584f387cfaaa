using System.Collections.Immutable;
using System.Globalization;
using LumenArgus.Abstractions.Model;

namespace LumenArgus.Plugins.RuleAnalysis;

/// <summary>
/// Says how two rules relate by the texts that each matches of the other's. A generic rule beside one that is not says nothing: its finding is dropped where the better one has one.
/// </summary>
/// <param name="corpora">All rules with their texts, by name.</param>
/// <param name="threshold">The share that counts as all.</param>
internal sealed class PairClassifier(IReadOnlyDictionary<string, RuleCorpus> corpora, double threshold)
{
    /// <summary>Classifies all pairs that match any text of each other.</summary>
    /// <param name="cancellationToken">Ends it between two rules.</param>
    /// <returns>The pairs, those of the widest overlap first.</returns>
    public ImmutableArray<RulePair> Classify(CancellationToken cancellationToken)
    {
        var pairs = ImmutableArray.CreateBuilder<RulePair>();
        foreach (var a in corpora.Values)
        {
            cancellationToken.ThrowIfCancellationRequested();
            foreach (var name in a.MatchedBy.Keys)
            {
                // Each pair once: by the first name, or by the second if only that one's texts show it.
                if (corpora.TryGetValue(name, out var b)
                    && (string.CompareOrdinal(a.Rule.Name, name) < 0 || (a.Rule.Name != name && b.CountOf(a.Rule.Name) == 0))
                    && a.Rule.Generic == b.Rule.Generic && (a.Rule.Stages & b.Rule.Stages) != RuleStages.None && Classify(a, b) is { } pair)
                {
                    pairs.Add(pair);
                }
            }
        }

        pairs.Sort(static (x, y) => y.Jaccard.CompareTo(x.Jaccard) is var order and not 0 ? order : string.CompareOrdinal(x.RuleA + x.RuleB, y.RuleA + y.RuleB));
        return pairs.ToImmutable();
    }

    private RulePair? Classify(RuleCorpus a, RuleCorpus b)
    {
        var (aToB, bToA) = (a.ShareOf(b.Rule.Name), b.ShareOf(a.Rule.Name));
        if (aToB >= threshold && bToA >= threshold)
        {
            var keep = KeepOrder.Better(a.Rule, b.Rule);
            var other = keep == a.Rule ? b.Rule : a.Rule;
            return Replaces(keep, other)
                ? Pair(a, b, "duplicate", keep == a.Rule ? "disable_b" : "disable_a", $"Both match the same values; '{keep.Name}' {KeepOrder.Why(keep, other)}.")
                : Pair(a, b, "duplicate", "review", "Both match the same values, but not in the same traffic, or with another detector or action.");
        }

        if (aToB >= threshold)
        {
            return Subset(a, b);
        }

        return bToA >= threshold ? Subset(b, a)
            : Math.Max(aToB, bToA) >= 1 - threshold ? Pair(a, b, "overlap", "review", "Each matches some values of the other: a value can be reported under either name.") : null;
    }

    private static RulePair Subset(RuleCorpus small, RuleCorpus large) => small.Rule.Severity <= large.Rule.Severity && Replaces(large.Rule, small.Rule)
        ? Pair(small, large, "subset", "disable_a", $"All that '{small.Rule.Name}' matches, '{large.Rule.Name}' matches too, and it is no less severe.")
        : Pair(small, large, "subset", "review", $"'{large.Rule.Name}' matches all of its values too, but '{small.Rule.Name}' is more severe, has another detector or action, or looks at other traffic.");

    // Else something would be let through, or treated in another way, by following the advice.
    private static bool Replaces(RuleInfo rule, RuleInfo other) =>
        rule.Detector == other.Detector && rule.Action == other.Action && (rule.Stages & other.Stages) == other.Stages;

    private static RulePair Pair(RuleCorpus a, RuleCorpus b, string relationship, string recommendation, string reason)
    {
        var both = a.CountOfBoth(a.Rule.Name, b.Rule.Name) + b.CountOfBoth(a.Rule.Name, b.Rule.Name);
        var either = a.CountOf(a.Rule.Name) + a.CountOf(b.Rule.Name) + b.CountOf(a.Rule.Name) + b.CountOf(b.Rule.Name) - both;
        return new RulePair
        {
            RuleA = a.Rule.Name,
            RuleB = b.Rule.Name,
            Relationship = relationship,
            Recommendation = recommendation,
            Reason = reason,
            Jaccard = either == 0 ? 0 : Math.Round((double)both / either, 3),
            OverlapAToB = Math.Round(a.ShareOf(b.Rule.Name), 3),
            OverlapBToA = Math.Round(b.ShareOf(a.Rule.Name), 3),
            TierA = a.Rule.Tier,
            TierB = b.Rule.Tier,
            SeverityA = Text(a.Rule.Severity),
            SeverityB = Text(b.Rule.Severity),
        };
    }

    private static string Text(Severity severity) => severity.ToString().ToLower(CultureInfo.InvariantCulture);
}
