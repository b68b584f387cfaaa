namespace LumenArgus.Dashboard.Api.Stats;

/// <summary>What the larger charts show.</summary>
internal sealed record AdvancedStatsAnswer(
    IReadOnlyList<DayActions> ActionTrend,
    IReadOnlyList<WeekdayHours> ActivityMatrix,
    IReadOnlyList<AccountCount> TopAccounts,
    IReadOnlyList<ProjectCount> TopProjects,
    DetectionCoverage DetectionCoverage);
