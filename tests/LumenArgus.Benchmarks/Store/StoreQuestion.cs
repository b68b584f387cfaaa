using LumenArgus.Storage.Findings;

namespace LumenArgus.Benchmarks.Store;

/// <summary>What a page of the dashboard asks.</summary>
/// <param name="Name">In words.</param>
/// <param name="Ask">Asks and gives how many rows the answer is about.</param>
internal sealed record StoreQuestion(string Name, Func<IFindingStore, Task<long>> Ask)
{
    private const int PageSize = 50;

    /// <summary>All of them, for a table of <see cref="FindingSpread"/>.</summary>
    public static IReadOnlyList<StoreQuestion> All(DateTimeOffset now, long anyId) =>
    [
        Page("newest", FindingFilter.All),
        Page("newest, page 200", FindingFilter.All, 199 * PageSize),
        Page("severity", new FindingFilter { Severity = "critical" }),
        Page("severity, page 20", new FindingFilter { Severity = "high" }, 19 * PageSize),
        Page("detector, provider and client", new FindingFilter { Detector = "pii", Provider = "openai", Client = "codex_cli" }),
        Page("action", new FindingFilter { Action = "block" }),
        Page("frequent type", new FindingFilter { FindingType = "type_00" }),
        Page("rare type and client", new FindingFilter { FindingType = "type_59", Client = "gemini_cli" }),
        Page("project", new FindingFilter { WorkingDirectory = "project-07" }),
        Page("account and origin", new FindingFilter { AccountId = "account-1", Origin = "detector", InterceptMode = "reverse" }),
        Page("what never was", new FindingFilter { Detector = "pii", Severity = "none" }),
        Page("7 days", new FindingFilter { From = now.AddDays(-7) }),
        Page("30 days and severity", new FindingFilter { From = now.AddDays(-30), Severity = "high" }),
        Page("a month half a year ago", new FindingFilter { From = now.AddDays(-200), To = now.AddDays(-170) }),
        Page("365 days and severity", new FindingFilter { From = now.AddDays(-365), Severity = "high" }),
        Page("conversation", new FindingFilter { SessionId = FindingSpread.SessionName(2_500) }),
        new("one finding", async store => await store.FindAsync(anyId, CancellationToken.None) is null ? 0 : 1),
        Stats("all", FindingFilter.All),
        Stats("detector", new FindingFilter { Detector = "secrets" }),
        Stats("30 days", new FindingFilter { From = now.AddDays(-30) }),
        Sessions("50 newest", since: null, PageSize),
        Sessions("24 hours", now.AddDays(-1), PageSize),
        Sessions("500 newest", since: null, 500),
        Trend(30),
        Trend(365),
    ];

    private static StoreQuestion Page(string name, FindingFilter filter, long offset = 0) =>
        new("page: " + name, async store => (await store.PageAsync(filter, PageSize, offset, CancellationToken.None)).Total);

    private static StoreQuestion Stats(string name, FindingFilter filter) =>
        new("stats: " + name, async store => (await store.StatsAsync(filter, CancellationToken.None)).Total);

    private static StoreQuestion Sessions(string name, DateTimeOffset? since, int limit) =>
        new("sessions: " + name, async store => (await store.SessionsAsync(since, limit, CancellationToken.None)).Sum(static session => session.FindingCount));

    private static StoreQuestion Trend(int days) =>
        new($"trend: {days} days", async store => (await store.TrendAsync(days, CancellationToken.None)).Sum(static day => day.Count));
}
