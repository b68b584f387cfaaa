namespace LumenArgus.Storage.Findings;

/// <summary>What findings can be filtered by: all values that occur, each list with the most frequent first.</summary>
public sealed record FindingFacets
{
    /// <summary>By severity.</summary>
    public IReadOnlyList<NamedCount> Severity { get; init; } = [];

    /// <summary>By detector.</summary>
    public IReadOnlyList<NamedCount> Detector { get; init; } = [];

    /// <summary>By action.</summary>
    public IReadOnlyList<NamedCount> Action { get; init; } = [];

    /// <summary>By provider.</summary>
    public IReadOnlyList<NamedCount> Provider { get; init; } = [];

    /// <summary>By tool.</summary>
    public IReadOnlyList<NamedCount> Client { get; init; } = [];

    /// <summary>By type.</summary>
    public IReadOnlyList<NamedCount> FindingType { get; init; } = [];

    /// <summary>By origin.</summary>
    public IReadOnlyList<NamedCount> Origin { get; init; } = [];

    /// <summary>By account, at most eight.</summary>
    public IReadOnlyList<NamedCount> Account { get; init; } = [];

    /// <summary>By project folder, at most eight.</summary>
    public IReadOnlyList<NamedCount> Project { get; init; } = [];
}
