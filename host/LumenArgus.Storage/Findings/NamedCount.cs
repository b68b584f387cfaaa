namespace LumenArgus.Storage.Findings;

/// <summary>How many rows have a name.</summary>
public sealed record NamedCount
{
    /// <summary>The name, for example a severity.</summary>
    public string Name { get; init; } = "";

    /// <summary>Number of rows.</summary>
    public long Count { get; init; }
}
