namespace LumenArgus.Dashboard.Api.Stats;

/// <summary>What happened to the findings of a day.</summary>
internal sealed record DayActions(string Date, long Block, long Redact, long Alert, long Log, long Strip);
