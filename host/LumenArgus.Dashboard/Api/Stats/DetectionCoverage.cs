namespace LumenArgus.Dashboard.Api.Stats;

/// <summary>How many rules run.</summary>
internal sealed record DetectionCoverage(int ActiveRules, int TotalRules, int ProImported);
