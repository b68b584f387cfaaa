using LumenArgus.Abstractions.Model;

namespace LumenArgus.Plugins.RuleAnalysis;

/// <summary>Which of two rules that match the same is worth keeping: by tier, then severity, then whether anything was found, then name.</summary>
internal static class KeepOrder
{
    /// <summary>The rule to keep.</summary>
    public static RuleInfo Better(RuleInfo a, RuleInfo b) => Compare(a, b) >= 0 ? a : b;

    /// <summary>Why, for people, as the end of a sentence about the better one.</summary>
    public static string Why(RuleInfo better, RuleInfo worse) =>
        TierOf(better) != TierOf(worse) ? $"is of the tier {better.Tier}"
        : better.Severity != worse.Severity ? "is more severe"
        : better.HitCount > worse.HitCount ? "has found more"
        : "comes first by name";

    private static int Compare(RuleInfo a, RuleInfo b)
    {
        var order = TierOf(a).CompareTo(TierOf(b));
        order = order != 0 ? order : a.Severity.CompareTo(b.Severity);
        order = order != 0 ? order : a.HitCount.CompareTo(b.HitCount);
        return order != 0 ? order : -string.CompareOrdinal(a.Name, b.Name);
    }

    private static int TierOf(RuleInfo rule) => rule.Tier switch
    {
        "community" => 100,
        "custom" => 90,
        "pro" => 80,
        _ => 0,
    };
}
