using LumenArgus.Storage.Findings;

namespace LumenArgus.Tests.Storage.Database;

public sealed class FindingStoreTests
{
    [Fact]
    public async Task PageAsync_Filters_GiveExactlyTheirRows()
    {
        await using var store = await FilledAsync();

        (FindingFilter Filter, int[] Expected)[] cases =
        [
            (FindingFilter.All, [4, 3, 2, 1]),
            (new FindingFilter { Severity = "high" }, [2]),
            (new FindingFilter { Detector = "pii" }, [3]),
            (new FindingFilter { FindingType = "email" }, [3]),
            (new FindingFilter { Action = "block" }, [2]),
            (new FindingFilter { Provider = "openai" }, [3]),
            (new FindingFilter { Client = "codex_cli" }, [4]),
            (new FindingFilter { InterceptMode = "forward" }, [4]),
            (new FindingFilter { SessionId = "s2" }, [4, 3]),
            (new FindingFilter { Origin = "framework" }, [4]),
            (new FindingFilter { WorkingDirectory = "shop%" }, []),
            (new FindingFilter { WorkingDirectory = "shop" }, [1]),
            (new FindingFilter { From = Day(2), To = Day(3) }, [2]),
            (new FindingFilter { From = Day(2).AddMilliseconds(1) }, [4, 3]),
            (new FindingFilter { SessionId = "s2", Detector = "pii' OR 1=1 --" }, []),
        ];
        for (var i = 0; i < cases.Length; i++)
        {
            var page = await store.Findings.PageAsync(cases[i].Filter, 10, 0, StoreFixture.Token);
            page.Findings.Select(static row => (int)row.Id).ShouldBe(cases[i].Expected, $"case {i}");
            page.Total.ShouldBe(cases[i].Expected.Length);
        }
    }

    [Fact]
    public async Task PageAsync_LimitAndOffset_KeepTheTotal()
    {
        await using var store = await FilledAsync();

        var page = await store.Findings.PageAsync(FindingFilter.All, 2, 1, StoreFixture.Token);

        page.Findings.Select(static row => row.Id).ShouldBe([3, 2]);
        page.Total.ShouldBe(4);
    }

    [Fact]
    public async Task FindAsync_Row_ComesBackAsItWasWritten()
    {
        await using var store = await FilledAsync();

        (await store.Findings.FindAsync(4, StoreFixture.Token)).ShouldBe(Rows()[3] with { Id = 4 });
        (await store.Findings.FindAsync(5, StoreFixture.Token)).ShouldBeNull();
    }

    [Fact]
    public async Task StatsAsync_Counts_AreThoseOfTheRows()
    {
        await using var store = await FilledAsync();

        var stats = await store.Findings.StatsAsync(FindingFilter.All, StoreFixture.Token);

        stats.Total.ShouldBe(4);
        stats.LastSeen.ShouldBe("2026-01-04T00:00:00.000Z");
        stats.BySeverity.Select(static count => (count.Name, count.Count)).ShouldBe([("critical", 1), ("high", 1), ("info", 1), ("warning", 1)]);
        stats.ByDetector.Select(static count => (count.Name, count.Count)).ShouldBe([("secrets", 2), ("pii", 1), ("proxy", 1)]);
        stats.ByClient.Select(static count => (count.Name, count.Count)).ShouldBe([("claude_code", 3), ("codex_cli", 1)]);
        (await store.Findings.StatsAsync(new FindingFilter { Detector = "pii" }, StoreFixture.Token)).Total.ShouldBe(1);
    }

    [Fact]
    public async Task TrendAsync_Days_AreThoseUpToToday()
    {
        await using var store = await FilledAsync();
        store.Clock.Advance(Day(3).AddHours(5) - store.Clock.GetUtcNow());

        var days = await store.Findings.TrendAsync(2, StoreFixture.Token);

        days.Select(static day => (day.Day, day.Severity, day.Action, day.Count)).ShouldBe(
            [("2026-01-02", "high", "block", 1), ("2026-01-03", "warning", "alert", 1), ("2026-01-04", "info", "alert", 1)]);
    }

    [Fact]
    public async Task SessionsAsync_Sessions_NewestFirstWithCounts()
    {
        await using var store = await FilledAsync();

        var sessions = await store.Findings.SessionsAsync(since: null, 10, StoreFixture.Token);

        sessions.Select(static session => session.SessionId).ShouldBe(["s2", "s1"]);
        sessions[0].ShouldBe(new SessionSummary
        {
            SessionId = "s2",
            FirstSeen = "2026-01-03T00:00:00.000Z",
            LastSeen = "2026-01-04T00:00:00.000Z",
            FindingCount = 2,
            WarningCount = 1,
            InfoCount = 1,
            Provider = "anthropic",
            Model = "m1",
            ClientName = "codex_cli",
        });
        (await store.Findings.SessionsAsync(Day(3), 10, StoreFixture.Token)).Count.ShouldBe(1);
        (await store.Findings.SessionsAsync(null, 1, StoreFixture.Token)).Single().SessionId.ShouldBe("s2");
    }

    [Fact]
    public async Task SessionsAsync_OneSessionOfTwoKeys_IsTwoConversations()
    {
        await using var store = await StoreFixture.StartAsync();
        store.Writer.Write(StoreFixture.Row(1) with { ApiKeyHash = "k1", Provider = "anthropic" });
        store.Writer.Write(StoreFixture.Row(2, time: "2026-01-02T00:00:00.000Z") with { ApiKeyHash = "k2", Provider = "openai", Severity = "info" });
        await store.FlushAsync();

        var sessions = await store.Findings.SessionsAsync(since: null, 10, StoreFixture.Token);

        sessions.Select(static session => (session.SessionId, session.ApiKeyHash, session.FindingCount, session.CriticalCount, session.Provider))
            .ShouldBe([("s1", "k2", 1, 0, "openai"), ("s1", "k1", 1, 1, "anthropic")]);
    }

    [Fact]
    public async Task SessionsAsync_OfTheSameMoment_AreInOneOrderHoweverManyAreAskedFor()
    {
        await using var store = await StoreFixture.StartAsync();
        foreach (var (number, session) in new[] { "b", "c", "a" }.Index())
        {
            store.Writer.Write(StoreFixture.Row(number + 1, session));
        }

        await store.FlushAsync();

        for (var limit = 1; limit <= 3; limit++)
        {
            (await store.Findings.SessionsAsync(since: null, limit, StoreFixture.Token)).Select(static session => session.SessionId).ShouldBe(new[] { "c", "b", "a" }.Take(limit));
        }
    }

    private static DateTimeOffset Day(int day) => new(2026, 1, day, 0, 0, 0, TimeSpan.Zero);

    private static List<FindingRow> Rows() =>
    [
        StoreFixture.Row(1) with { WorkingDirectory = "/home/me/shop" },
        StoreFixture.Row(2, time: "2026-01-02T00:00:00.000Z") with { Severity = "high", ActionTaken = "block" },
        StoreFixture.Row(3, "s2", "2026-01-03T00:00:00.000Z") with { Detector = "pii", FindingType = "email", Severity = "warning", Provider = "openai" },
        StoreFixture.Row(4, "s2", "2026-01-04T00:00:00.000Z") with
        {
            Detector = "proxy", FindingType = "unscanned", Severity = "info", Origin = "framework", ClientName = "codex_cli", InterceptMode = "forward",
            Detail = "17 byte(s)", RuleSeverity = "high", Verdict = "example", Count = 3, ExchangeId = "e", ValueHash = "h", Location = "body",
        },
    ];

    private static async Task<StoreFixture> FilledAsync()
    {
        var store = await StoreFixture.StartAsync();
        foreach (var row in Rows())
        {
            store.Writer.Write(row);
        }

        await store.FlushAsync();
        return store;
    }
}
