namespace LumenArgus.Dashboard.Api.Stats;

/// <summary>Counts over all findings; only the trend is of some days.</summary>
internal sealed record StatsAnswer
{
    public required long TotalFindings { get; init; }

    public required long TodayCount { get; init; }

    public required string? LastFindingTime { get; init; }

    public required IReadOnlyDictionary<string, long> BySeverity { get; init; }

    public required IReadOnlyDictionary<string, long> ByDetector { get; init; }

    public required IReadOnlyDictionary<string, long> TopFindingTypes { get; init; }

    public required IReadOnlyDictionary<string, long> ByAction { get; init; }

    public required IReadOnlyDictionary<string, long> ByProvider { get; init; }

    public required IReadOnlyDictionary<string, long> ByModel { get; init; }

    public required IReadOnlyDictionary<string, long> ByClient { get; init; }

    public required IReadOnlyList<DayTotal> DailyTrend { get; init; }
}
