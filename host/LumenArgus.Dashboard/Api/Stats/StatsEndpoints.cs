using System.Globalization;
using LumenArgus.Dashboard.Hosting;
using LumenArgus.Inspection.Generations;
using LumenArgus.Storage.Findings;
using LumenArgus.Storage.Rules;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace LumenArgus.Dashboard.Api.Stats;

/// <summary>Counts, all of them from what is kept counted.</summary>
internal sealed class StatsEndpoints(CurrentGeneration current, TimeProvider clock, IFindingStore? findings = null) : IDashboardEndpoints
{
    private const int MaxDays = 365;
    private const int HoursOfDay = 24;
    private const int DaysOfWeek = 7;
    private const string HourPattern = "yyyy-MM-dd'T'HH";

    public void Map(IEndpointRouteBuilder api)
    {
        api.Get("/stats", StatsAsync);
        api.Get("/stats/advanced", AdvancedAsync);
    }

    private async Task<IResult> StatsAsync(HttpContext http)
    {
        var days = Days(http);
        var stats = findings is null ? new FindingStats() : await findings.StatsAsync(FindingFilter.All, http.RequestAborted);
        var trend = findings is null ? [] : await findings.TrendAsync(days, http.RequestAborted);
        var byDay = trend.GroupBy(static day => day.Day, StringComparer.Ordinal).ToDictionary(static group => group.Key, static group => group.Sum(static day => day.Count), StringComparer.Ordinal);
        return Answer.Json(
            new StatsAnswer
            {
                TotalFindings = stats.Total,
                TodayCount = byDay.GetValueOrDefault(Dates(1).Single()),
                LastFindingTime = stats.LastSeen,
                BySeverity = Counts(stats.BySeverity),
                ByDetector = Counts(stats.ByDetector),
                TopFindingTypes = Counts(stats.ByType),
                ByAction = Counts(stats.ByAction),
                ByProvider = Counts(stats.ByProvider),
                ByModel = Counts(stats.ByModel),
                ByClient = Counts(stats.ByClient),
                DailyTrend = [.. Dates(days).Select(date => new DayTotal(date, byDay.GetValueOrDefault(date)))],
            },
            DashboardJson.Default.StatsAnswer);
    }

    private async Task<IResult> AdvancedAsync(HttpContext http)
    {
        var days = Days(http);
        var trend = findings is null ? [] : await findings.TrendAsync(days, http.RequestAborted);
        var hours = findings is null ? [] : await findings.HoursAsync(days, http.RequestAborted);
        var facets = findings is null ? new FindingFacets() : await findings.FacetsAsync(http.RequestAborted);
        return Answer.Json(
            new AdvancedStatsAnswer(
                [.. Dates(days).Select(date => Actions(date, trend))],
                Matrix(hours),
                [.. facets.Account.Select(static count => new AccountCount(count.Name, count.Count))],
                [.. facets.Project.Select(static count => new ProjectCount(count.Name, count.Count))],
                Coverage()),
            DashboardJson.Default.AdvancedStatsAnswer);
    }

    private static int Days(HttpContext http) => new Query(http).Integer("days", 30, 1, MaxDays);

    private IEnumerable<string> Dates(int days)
    {
        var today = clock.GetUtcNow().UtcDateTime.Date;
        return Enumerable.Range(1 - days, days).Select(day => today.AddDays(day).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
    }

    private static DayActions Actions(string date, IReadOnlyList<DayCount> trend)
    {
        return new DayActions(date, Of("block"), Of("redact"), Of("alert"), Of("log"), Of("strip"));

        long Of(string action) => trend.Where(day => day.Day == date && day.Action == action).Sum(static day => day.Count);
    }

    private static List<WeekdayHours> Matrix(IReadOnlyList<HourCount> hours)
    {
        var counts = Enumerable.Range(0, DaysOfWeek).Select(static _ => new long[HoursOfDay]).ToArray();
        foreach (var hour in hours)
        {
            if (DateTime.TryParseExact(hour.Hour, HourPattern, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time))
            {
                counts[((int)time.DayOfWeek + DaysOfWeek - 1) % DaysOfWeek][time.Hour] += hour.Count;
            }
        }

        return [.. counts.Select(static (day, weekday) => new WeekdayHours(weekday, day))];
    }

    private DetectionCoverage Coverage()
    {
        var rules = current.Peek?.Catalogue ?? [];
        return new DetectionCoverage(rules.Count(static rule => rule.IsUsed), rules.Length, rules.Count(static rule => rule.Tier == RuleTier.Pro));
    }

    private static Dictionary<string, long> Counts(IReadOnlyList<NamedCount> counts) =>
        counts.ToDictionary(static count => count.Name.Length == 0 ? "unknown" : count.Name, static count => count.Count, StringComparer.Ordinal);
}
