using System.Collections.Immutable;

namespace LumenArgus.Plugins.RuleAnalysis;

/// <summary>What a comparison of all rules has found.</summary>
internal sealed record AnalysisResult
{
    /// <summary>When it ended (UTC).</summary>
    public DateTimeOffset Timestamp { get; init; }

    /// <summary>Seconds it took.</summary>
    public double DurationS { get; init; }

    /// <summary>Rules that were compared.</summary>
    public int TotalRules { get; init; }

    /// <summary>Rules for which no texts could be made: they have neither examples nor a format.</summary>
    public int WithoutTexts { get; init; }

    /// <summary>Texts that could not be evaluated, because the validator of a plugin did not return.</summary>
    public int NotEvaluated { get; init; }

    /// <summary>Of the rules that were compared; tells whether they are still the same.</summary>
    public string RulesHash { get; init; } = "";

    /// <summary>Pairs that match the same.</summary>
    public ImmutableArray<RulePair> Duplicates { get; init; } = [];

    /// <summary>Pairs of which the second matches all that the first does.</summary>
    public ImmutableArray<RulePair> Subsets { get; init; } = [];

    /// <summary>Pairs that match some texts of each other.</summary>
    public ImmutableArray<RulePair> Overlaps { get; init; } = [];

    /// <summary>Duplicates, joined.</summary>
    public ImmutableArray<RuleCluster> Clusters { get; init; } = [];

    /// <summary>What is odd about single rules.</summary>
    public RuleQuality Quality { get; init; } = new();

    /// <summary>All pairs.</summary>
    public IEnumerable<RulePair> Pairs() => [.. Duplicates, .. Subsets, .. Overlaps];
}
