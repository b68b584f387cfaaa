namespace LumenArgus.Storage.Findings;

/// <summary>Counts over findings, each list with the most frequent first.</summary>
public sealed record FindingStats
{
    /// <summary>All rows.</summary>
    public long Total { get; init; }

    /// <summary>Time of the newest; null if there is none.</summary>
    public string? LastSeen { get; init; }

    /// <summary>By severity.</summary>
    public IReadOnlyList<NamedCount> BySeverity { get; init; } = [];

    /// <summary>By detector.</summary>
    public IReadOnlyList<NamedCount> ByDetector { get; init; } = [];

    /// <summary>By type, at most 20.</summary>
    public IReadOnlyList<NamedCount> ByType { get; init; } = [];

    /// <summary>By action.</summary>
    public IReadOnlyList<NamedCount> ByAction { get; init; } = [];

    /// <summary>By provider.</summary>
    public IReadOnlyList<NamedCount> ByProvider { get; init; } = [];

    /// <summary>By model, at most 20.</summary>
    public IReadOnlyList<NamedCount> ByModel { get; init; } = [];

    /// <summary>By tool, at most 50.</summary>
    public IReadOnlyList<NamedCount> ByClient { get; init; } = [];
}
