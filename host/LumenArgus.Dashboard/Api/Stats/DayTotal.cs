namespace LumenArgus.Dashboard.Api.Stats;

/// <summary>The findings of a day.</summary>
internal sealed record DayTotal(string Date, long Count);
