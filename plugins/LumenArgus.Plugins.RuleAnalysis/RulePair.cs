namespace LumenArgus.Plugins.RuleAnalysis;

/// <summary>Two rules that match the same texts, or some.</summary>
internal sealed record RulePair
{
    /// <summary>Name of the one; of a subset the smaller.</summary>
    public required string RuleA { get; init; }

    /// <summary>Name of the other.</summary>
    public required string RuleB { get; init; }

    /// <summary><c>duplicate</c>, <c>subset</c> or <c>overlap</c>.</summary>
    public required string Relationship { get; init; }

    /// <summary><c>disable_a</c>, <c>disable_b</c> or <c>review</c>.</summary>
    public required string Recommendation { get; init; }

    /// <summary>Why, for people.</summary>
    public required string Reason { get; init; }

    /// <summary>Texts that both match of those that either does, 0 to 1.</summary>
    public double Jaccard { get; init; }

    /// <summary>The share of A's texts that B matches, 0 to 1.</summary>
    public double OverlapAToB { get; init; }

    /// <summary>The share of B's texts that A matches, 0 to 1.</summary>
    public double OverlapBToA { get; init; }

    /// <summary>Tier of A.</summary>
    public string TierA { get; init; } = "";

    /// <summary>Tier of B.</summary>
    public string TierB { get; init; } = "";

    /// <summary>Severity of A.</summary>
    public string SeverityA { get; init; } = "";

    /// <summary>Severity of B.</summary>
    public string SeverityB { get; init; } = "";

    /// <summary>Whether it is about two rules, whichever comes first.</summary>
    public bool IsOf(string one, string other) => (RuleA == one && RuleB == other) || (RuleA == other && RuleB == one);
}
