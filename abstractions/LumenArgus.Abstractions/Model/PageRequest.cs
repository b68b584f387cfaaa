namespace LumenArgus.Abstractions.Model;

/// <summary>Somebody opens a page that a plugin renders.</summary>
public sealed record PageRequest
{
    /// <summary>Identifier of the page.</summary>
    public required string PageId { get; init; }

    /// <summary>The parameters of the query; of one that is given twice the first.</summary>
    public IReadOnlyDictionary<string, string> Query { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>What the caller may do.</summary>
    public DashboardRole Role { get; init; }

    /// <summary>Name of the caller; null where none is known.</summary>
    public string? User { get; init; }
}
