using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using LumenArgus.Abstractions.Host;
using LumenArgus.Abstractions.Model;

namespace LumenArgus.Plugins.RuleAnalysis;

/// <summary>Makes texts for each rule, has all rules try them, and says how rules relate.</summary>
/// <param name="host">Lists and evaluates.</param>
/// <param name="options">How many texts, and what counts as all.</param>
/// <param name="enter">Told the phase, percent of the whole and a line for people, which may be empty.</param>
internal sealed class Comparison(IHostServices host, AnalysisOptions options, Action<string, int, string> enter)
{
    private const int TextsAtATime = 2_000;
    private const int EvaluatingFrom = 15;
    private const int EvaluatingTo = 85;

    public async ValueTask<AnalysisResult> RunAsync(CancellationToken cancellationToken)
    {
        enter("loading", 2, "Reading the rules");
        var rules = Comparable(await host.Rules.ListAsync(cancellationToken));
        enter("generating", 5, $"Making texts for {rules.Length} rules");
        var (texts, ranges) = MakeTexts(rules, cancellationToken);
        enter("evaluating", EvaluatingFrom, $"Trying all rules on {texts.Count} texts");
        var (matches, missing) = await EvaluateAsync(texts, cancellationToken);
        enter("classifying", EvaluatingTo, "Comparing what they match");
        var corpora = Corpora(rules, ranges, matches);
        var pairs = new PairClassifier(corpora, options.Threshold).Classify(cancellationToken);
        ImmutableArray<RulePair> duplicates = [.. pairs.Where(static pair => pair.Relationship == "duplicate")];
        var clusters = ResultBuilder.Clusters(duplicates, corpora);
        enter("quality", 92, "Looking at single rules");
        return new AnalysisResult
        {
            TotalRules = rules.Length,
            WithoutTexts = ranges.Count(static range => range.Length == 0),
            NotEvaluated = missing,
            RulesHash = HashOf(rules),
            Duplicates = duplicates,
            Subsets = [.. pairs.Where(static pair => pair.Relationship == "subset")],
            Overlaps = [.. pairs.Where(static pair => pair.Relationship == "overlap")],
            Clusters = clusters,
            Quality = ResultBuilder.Quality(corpora, options.Threshold, cancellationToken),
        };
    }

    /// <summary>The rules that can be compared: those that run on texts.</summary>
    public static ImmutableArray<RuleInfo> Comparable(ImmutableArray<RuleInfo> rules) =>
        [.. rules.Where(static rule => rule.IsUsed && rule.Target == RuleTarget.Content).DistinctBy(static rule => rule.Name)];

    /// <summary>Changes when a rule does in a way that can change a result.</summary>
    public static string HashOf(ImmutableArray<RuleInfo> rules)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var rule in rules)
        {
            hash.AppendData(Encoding.UTF8.GetBytes($"{rule.Detector}\n{rule.Name}\n{rule.Pattern}\n{rule.Format}\n{rule.Severity}\n{rule.Action}\n{rule.Tier}\n{rule.Validator}\n{rule.EntropyFloor}\0"));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private (List<string> Texts, (int Start, int Length)[] Ranges) MakeTexts(ImmutableArray<RuleInfo> rules, CancellationToken cancellationToken)
    {
        var made = new ImmutableArray<string>[rules.Length];
        var byPattern = new Dictionary<(string, string?), ImmutableArray<string>>();
        for (var i = 0; i < rules.Length; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            made[i] = host.RuleEvaluator.MakeExamples(rules[i].Detector, rules[i].Name, options.Samples, options.Seed);
            if (!made[i].IsEmpty)
            {
                byPattern.TryAdd((rules[i].Pattern, rules[i].Validator), made[i]);
            }
        }

        var texts = new List<string>(rules.Length * options.Samples);
        var ranges = new (int Start, int Length)[rules.Length];
        for (var i = 0; i < rules.Length; i++)
        {
            // A copy that an operator has made has neither examples nor a format: those of what it was copied from are its own.
            var own = made[i].IsEmpty ? byPattern.GetValueOrDefault((rules[i].Pattern, rules[i].Validator), []) : made[i];
            ranges[i] = (texts.Count, own.Length);
            texts.AddRange(own);
        }

        return (texts, ranges);
    }

    private async ValueTask<(ILookup<int, string> Matches, int Missing)> EvaluateAsync(List<string> texts, CancellationToken cancellationToken)
    {
        var matches = new List<(int Text, string Rule)>();
        var missing = 0;
        for (var start = 0; start < texts.Count; start += TextsAtATime)
        {
            var part = await host.RuleEvaluator.EvaluateAsync(texts.GetRange(start, Math.Min(TextsAtATime, texts.Count - start)), cancellationToken);
            missing += part.NotEvaluated.Length;
            foreach (var match in part.Matches)
            {
                matches.Add((start + match.Text, match.Rule));
            }

            enter("evaluating", EvaluatingFrom + (int)((EvaluatingTo - EvaluatingFrom) * (long)Math.Min(start + TextsAtATime, texts.Count) / Math.Max(texts.Count, 1)), "");
        }

        return (matches.ToLookup(static match => match.Text, static match => match.Rule), missing);
    }

    private static Dictionary<string, RuleCorpus> Corpora(ImmutableArray<RuleInfo> rules, (int Start, int Length)[] ranges, ILookup<int, string> matches)
    {
        var corpora = new Dictionary<string, RuleCorpus>(StringComparer.Ordinal);
        for (var i = 0; i < rules.Length; i++)
        {
            var (start, length) = ranges[i];
            corpora.Add(rules[i].Name, new RuleCorpus(
                rules[i],
                length,
                Enumerable.Range(start, length).SelectMany(text => matches[text].Distinct().Select(rule => (rule, text)))
                    .GroupBy(static each => each.rule, static each => each.text, StringComparer.Ordinal)
                    .ToImmutableDictionary(static group => group.Key, static group => group.ToImmutableArray(), StringComparer.Ordinal)));
        }

        return corpora;
    }
}
