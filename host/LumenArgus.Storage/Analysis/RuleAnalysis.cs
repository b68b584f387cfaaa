namespace LumenArgus.Storage.Analysis;

/// <summary>The result of a search for rules that overlap.</summary>
public sealed record RuleAnalysis
{
    /// <summary>Number of the row; 0 before it is written.</summary>
    public long Id { get; init; }

    /// <summary>When it ended, see <see cref="Database.StoreTime"/>.</summary>
    public required string Timestamp { get; init; }

    /// <summary>Seconds it took.</summary>
    public double DurationSeconds { get; init; }

    /// <summary>Rules that were compared.</summary>
    public long TotalRules { get; init; }

    /// <summary>Pairs that match the same.</summary>
    public long Duplicates { get; init; }

    /// <summary>Pairs of which one matches all that the other does.</summary>
    public long Subsets { get; init; }

    /// <summary>Pairs that overlap.</summary>
    public long OverlapCount { get; init; }

    /// <summary>All of it, JSON.</summary>
    public string ResultsJson { get; init; } = "{}";

    /// <summary>The pairs an operator has dismissed, a JSON array.</summary>
    public string DismissedJson { get; init; } = "[]";
}
