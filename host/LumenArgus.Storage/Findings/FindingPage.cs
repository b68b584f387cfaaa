namespace LumenArgus.Storage.Findings;

/// <summary>A part of the findings, the newest row first.</summary>
/// <param name="Findings">The rows.</param>
/// <param name="Total">Rows that match the filter.</param>
public sealed record FindingPage(IReadOnlyList<FindingRow> Findings, long Total);
