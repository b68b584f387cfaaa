using System.Collections.Immutable;
using LumenArgus.Abstractions.Model;

namespace LumenArgus.Plugins.RuleAnalysis;

/// <summary>A rule with the texts that were made for it, and which of them each rule matches.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Size">How many texts there are.</param>
/// <param name="MatchedBy">For each rule that matches any of them which ones, by their places; the rule itself too.</param>
internal sealed record RuleCorpus(RuleInfo Rule, int Size, ImmutableDictionary<string, ImmutableArray<int>> MatchedBy)
{
    /// <summary>The share of the texts that a rule matches, 0 to 1.</summary>
    public double ShareOf(string rule) => Size == 0 ? 0 : (double)CountOf(rule) / Size;

    /// <summary>How many texts a rule matches.</summary>
    public int CountOf(string rule) => MatchedBy.TryGetValue(rule, out var texts) ? texts.Length : 0;

    /// <summary>How many texts both rules match.</summary>
    public int CountOfBoth(string one, string other) =>
        MatchedBy.TryGetValue(one, out var texts) && MatchedBy.TryGetValue(other, out var others) ? texts.Intersect(others).Count() : 0;
}
