using Dapper;
using LumenArgus.Storage.Database.Writing;
using LumenArgus.Storage.Findings;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace LumenArgus.Tests.Storage.Database;

/// <summary>No question of a dashboard reads all findings: what SQLite plans to do for each statement is looked at, not how long it takes.</summary>
public sealed class FindingQueryPlanTests(FindingQueryPlanTests.Findings findings) : IClassFixture<FindingQueryPlanTests.Findings>
{
    private readonly SqliteConnection _connection = findings.Connection;

    public static TheoryData<string> Filters => [.. Named.Keys];

    // A piece of a text is in no index: newest first, it reads until the page is full.
    public static TheoryData<string> Indexed => [.. Named.Keys.Where(static name => name != "text")];

    private static Dictionary<string, FindingFilter> Named { get; } = new(StringComparer.Ordinal)
    {
        ["severity"] = new() { Severity = "critical" },
        ["detector, provider and client"] = new() { Detector = "pii", Provider = "openai", Client = "client1" },
        ["folder"] = new() { WorkingDirectory = "project7" },
        ["nothing matches"] = new() { FindingType = "no such type" },
        ["session"] = new() { SessionId = "session7" },
        ["key"] = new() { ApiKeyHash = "key3" },
        ["session and key"] = new() { SessionId = "session7", ApiKeyHash = "key3" },
        ["session and severity"] = new() { SessionId = "session7", Severity = "high", From = ManyFindings.FirstDay },
        ["last days"] = new() { From = ManyFindings.FirstDay.AddDays(335.5) },
        ["days in between"] = new() { From = ManyFindings.FirstDay.AddDays(100.2), To = ManyFindings.FirstDay.AddDays(130.7) },
        ["hours"] = new() { From = ManyFindings.FirstDay.AddDays(100.2), To = ManyFindings.FirstDay.AddDays(100.4) },
        ["verdict"] = new() { Verdict = "example" },
        ["verdict and severity"] = new() { Verdict = "example", Severity = "high" },
        ["verdict in days"] = new() { Verdict = "example", From = ManyFindings.FirstDay.AddDays(100.2) },
        ["text"] = new() { Text = "project7" },
        ["behind a number"] = new() { Severity = "high", Before = 20_000 },
        ["severity in days"] = new() { Severity = "high", From = ManyFindings.FirstDay.AddDays(100.2), To = ManyFindings.FirstDay.AddDays(130.7) },
    };

    [Theory]
    [MemberData(nameof(Indexed))]
    public void Page_AnyFilter_UsesAnIndex(string filter)
    {
        Plan(() => FindingPageReader.Read(_connection, Named[filter], 50, 0, fewRows: int.MaxValue)).ShouldAllBe(static step => ReadsAPart(step));
    }

    [Theory]
    [MemberData(nameof(Filters))]
    public void Page_ManyMatch_StopsAfterIt(string filter)
    {
        var plan = Plan(() => FindingPageReader.Read(_connection, Named[filter], 50, 0, fewRows: 0));

        // Through the table in its order until the page is full; or there are few after all.
        (!plan.Exists(static step => step.Contains("TEMP B-TREE", StringComparison.Ordinal)) || plan.TrueForAll(ReadsAPart)).ShouldBeTrue();
    }

    [Theory]
    [MemberData(nameof(Filters))]
    public void Stats_AnyFilter_UseAnIndex(string filter) =>
        Plan(() => FindingStatsReader.Read(_connection, Named[filter])).ShouldAllBe(static step => ReadsAPart(step));

    [Fact]
    public void Page_VerdictInDays_LooksAtNoRowToCount() =>
        Plan(() => FindingPageReader.Read(_connection, Named["verdict in days"], 50, 0))[0].ShouldStartWith("SEARCH findings USING COVERING INDEX idx_findings_verdict (verdict=? AND group_id=? AND timestamp>?)");

    [Fact]
    public void Page_NoFilter_StopsAfterIt()
    {
        var plan = Plan(() => FindingPageReader.Read(_connection, FindingFilter.All, 50, 0));

        // From the end of the table, which is in order already.
        plan.ShouldContain("SCAN findings");
        plan.ShouldNotContain(static step => step.Contains("TEMP B-TREE", StringComparison.Ordinal));
    }

    [Fact]
    public void StatsTrendAndSessions_NoFilter_ReadTheCounts()
    {
        Plan(() => FindingStatsReader.Read(_connection, FindingFilter.All)).ShouldBe(["SCAN finding_groups"]);
        Plan(() => SqliteFindingStore.Trend(_connection, "2025-11-30")).ShouldBe(["SEARCH finding_daily USING PRIMARY KEY (namespace_id=? AND day>?)"]);
        Plan(() => FindingSessionsReader.Read(_connection, ManyFindings.FirstDay, 50)).ShouldAllBe(static step => ReadsAPart(step));
    }

    [Fact]
    public void Overview_NoFilter_ReadsTheCounts()
    {
        Plan(() => FindingOverviewReader.Facets(_connection)).ShouldBe(["SCAN finding_groups"]);
        Plan(() => FindingOverviewReader.Sights(_connection)).ShouldAllBe(static step => ReadsAPart(step));
        Plan(() => FindingOverviewReader.Projects(_connection, "2025-11-30", 20)).ShouldAllBe(static step => ReadsAPart(step));
        Plan(() => FindingOverviewReader.Hours(_connection, "2025-11-30")).ShouldBe(["SEARCH finding_hours USING PRIMARY KEY (namespace_id=? AND hour>?)"]);
        Plan(() => FindingSessionsReader.Of(_connection, "session7")).ShouldAllBe(static step => ReadsAPart(step));
        Plan(() => FindingSessionsReader.FirstExchange(_connection, "session7")).ShouldAllBe(static step => ReadsAPart(step));
        Plan(() => FindingSessionsReader.Count(_connection, ManyFindings.FirstDay)).ShouldAllBe(static step => ReadsAPart(step));
    }

    [Fact]
    public void CountNew_ReadsWhatIsNewOnly()
    {
        // It writes, so not among the findings of the others.
        using var own = new Findings();
        using var writing = new WriteConnection(own.Connection);
        var plan = Plan(own.Connection, () => FindingCounts.CountNew(writing));

        plan.ShouldAllBe(static step => ReadsAPart(step) || step == "SCAN finding_counted" || step.StartsWith("SCAN added", StringComparison.Ordinal));
        plan.ShouldContain(static step => step.StartsWith("SEARCH findings USING INTEGER PRIMARY KEY (rowid>?)", StringComparison.Ordinal));
    }

    // What else a statement may do is in its program, whether it comes to that or not, and SQLite provides for it with each run.
    [Fact]
    public void Insert_OfAFinding_CanDoNothingElse()
    {
        var steps = _connection.Query<(int, string Step)>("EXPLAIN " + FindingColumns.Insert).Select(static row => row.Step).ToList();

        steps.Count(static step => step == "Insert").ShouldBe(2); // the row, and the last number that was given
        steps.ShouldNotContain("Program");
        steps.ShouldNotContain("Delete");
    }

    [Fact]
    public void Plan_ReadingAll_WouldBeSeen() =>
        Plan(() => _connection.ExecuteScalar<long>("SELECT COUNT(*) FROM findings WHERE severity = 'high'")).ShouldContain(static step => !ReadsAPart(step));

    // counted and newest are what was read before.
    private static bool ReadsAPart(string step) =>
        !step.StartsWith("SCAN", StringComparison.Ordinal)
        || step.StartsWith("SCAN finding_groups", StringComparison.Ordinal)
        || step is "SCAN s" or "SCAN newest"
        || step.StartsWith("SCAN counted", StringComparison.Ordinal)
        || step.StartsWith("SCAN CONSTANT ROW", StringComparison.Ordinal);

    private List<string> Plan(Action read) => Plan(_connection, read);

    /// <summary>What SQLite does for the statements that run, which it tells with their values in place.</summary>
    private static List<string> Plan(SqliteConnection connection, Action read)
    {
        var statements = new List<string>();
        raw.sqlite3_trace(connection.Handle, (_, statement) => statements.Add(statement.TrimStart(';', '\n')), null);
        read();
        raw.sqlite3_trace(connection.Handle, null as strdelegate_trace, null);
        statements.ShouldNotBeEmpty();
        return
        [
            .. statements.SelectMany(statement => connection.Query<(int, int, int, string Detail)>("EXPLAIN QUERY PLAN " + statement))
                .Select(static step => step.Detail),
        ];
    }

    /// <summary>Many findings, which all tests that only read have in common.</summary>
    public sealed class Findings : IDisposable
    {
        private const int Rows = 50_000;

        internal SqliteConnection Connection { get; } = ManyFindings.Create(Rows);

        public void Dispose() => Connection.Dispose();
    }
}
