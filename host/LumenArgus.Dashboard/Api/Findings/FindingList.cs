namespace LumenArgus.Dashboard.Api.Findings;

/// <summary>A page of findings.</summary>
internal sealed record FindingList(IReadOnlyList<FindingView> Findings, long Total, long? NextBefore)
{
    /// <summary>Whether there may be more than the total: not all rows were looked through for a text.</summary>
    public bool TotalIsMinimum { get; init; }
}
