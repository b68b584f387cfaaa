using System.Collections.Immutable;

namespace LumenArgus.Plugins.RuleAnalysis;

/// <summary>The newest result without what was dismissed.</summary>
internal sealed record AnalysisAnswer
{
    /// <summary>Whether rules can be compared here; true wherever this answers.</summary>
    public bool Available { get; init; } = true;

    public bool HasResults { get; init; }

    /// <summary>Why nothing can be said of any two rules; null where it can.</summary>
    public string? NothingToCompare { get; init; }

    /// <summary>Whether rules that have changed are compared without being asked.</summary>
    public bool Automatic { get; init; }

    public bool Running { get; init; }

    public DateTimeOffset? Timestamp { get; init; }

    public double? DurationS { get; init; }

    public int TotalRules { get; init; }

    public int WithoutTexts { get; init; }

    public int NotEvaluated { get; init; }

    public ImmutableArray<RulePair> Duplicates { get; init; } = [];

    public ImmutableArray<RulePair> Subsets { get; init; } = [];

    public ImmutableArray<RulePair> Overlaps { get; init; } = [];

    public ImmutableArray<RulePair> Dismissed { get; init; } = [];

    public ImmutableArray<RuleCluster> Clusters { get; init; } = [];

    public RuleQuality Quality { get; init; } = new();
}
