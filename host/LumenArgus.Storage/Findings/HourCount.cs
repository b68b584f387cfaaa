namespace LumenArgus.Storage.Findings;

/// <summary>The findings of one hour.</summary>
public sealed record HourCount
{
    /// <summary>The hour in UTC, for example <c>2026-03-16T14</c>.</summary>
    public string Hour { get; init; } = "";

    /// <summary>Findings seen last in it.</summary>
    public long Count { get; init; }
}
