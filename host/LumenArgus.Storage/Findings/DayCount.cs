namespace LumenArgus.Storage.Findings;

/// <summary>Findings of one day with one severity and one action.</summary>
public sealed record DayCount
{
    /// <summary>The day in UTC, for example <c>2026-03-16</c>.</summary>
    public string Day { get; init; } = "";

    /// <summary>The severity.</summary>
    public string Severity { get; init; } = "";

    /// <summary>The action.</summary>
    public string Action { get; init; } = "";

    /// <summary>Number of rows.</summary>
    public long Count { get; init; }
}
