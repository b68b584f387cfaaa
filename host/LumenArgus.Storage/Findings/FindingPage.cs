namespace LumenArgus.Storage.Findings;

/// <summary>A part of the findings, the newest row first.</summary>
/// <param name="Findings">The rows.</param>
/// <param name="Total">Rows that match the filter.</param>
public sealed record FindingPage(IReadOnlyList<FindingRow> Findings, long Total)
{
    /// <summary>The number before which the next page begins; null if there is none.</summary>
    public long? NextBefore { get; init; }

    /// <summary>Whether there may be more than <see cref="Total"/>: not all rows were looked through for a text.</summary>
    public bool TotalIsMinimum { get; init; }
}
