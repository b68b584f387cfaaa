using Dapper;
using LumenArgus.Storage.Database;
using LumenArgus.Storage.Findings;
using LumenArgus.Storage.Retention;
using LumenArgus.Testing.Storage;

namespace LumenArgus.Tests.Storage.Database;

/// <summary>The counts that are kept are those of the rows, after any changes, and every way to read gives what a look at all rows gives.</summary>
public sealed class FindingCountsTests
{
    private static readonly string[] Severities = ["critical", "high", "warning", "info"];

    [Fact]
    public async Task Counts_AfterAnyChanges_AreThoseOfTheRows()
    {
        await using var store = await StoreFixture.StartAsync();
        var random = new Random(1);
        var tickets = new List<FindingTicket>();
        for (var round = 0; round < 20; round++)
        {
            for (var i = 0; i < 50; i++)
            {
                // Some are there already, in this batch or an earlier one; some without a session.
                tickets.Add(store.Writer.Write(Row(random, random.Next(400))));
                store.Writer.SeenAgain(tickets[random.Next(tickets.Count)], Time(random));
            }

            await store.FlushAsync();
            if (round % 5 == 4)
            {
                store.Clock.Advance(TimeSpan.FromDays(20));
                await store.Get<StoreRetention>().ApplyAsync(StoreFixture.Token);
            }

            StoreCheck.Problems(store.Path).ShouldBeEmpty($"round {round}");
        }

        store.Scalar<long>("SELECT COUNT(*) FROM findings").ShouldBeInRange(50, 500);
        store.Scalar<long>("SELECT MAX(id) - COUNT(*) FROM findings").ShouldBeGreaterThan(0, "nothing was ever deleted");
        using (var other = store.Connect())
        {
            other.Execute("UPDATE finding_daily SET findings = findings + 1");
        }

        // Negative control.
        StoreCheck.Problems(store.Path).ShouldNotBeEmpty();
    }

    [Fact]
    public void CatchUp_RowsOfSomebodyElse_AreCounted()
    {
        using var connection = ManyFindings.Create(500);
        connection.Execute("INSERT INTO findings (timestamp, detector, finding_type, severity) VALUES ('2026-01-01T00:00:00.000Z', 'd', 't', 'high')");

        FindingPageReader.Read(connection, FindingFilter.All, 1, 0).Total.ShouldBe(500);
        FindingPageReader.Read(connection, new FindingFilter { FindingType = "t", To = ManyFindings.FirstDay.AddDays(364.5) }, 1, 0).Total.ShouldBe(0);
        FindingCounts.CatchUp(connection).ShouldBeFalse();

        FindingPageReader.Read(connection, new FindingFilter { FindingType = "t" }, 1, 0).Total.ShouldBe(1);
    }

    [Fact]
    public async Task Rows_ManyOfSomebodyElse_AreCountedBesideWhatComes()
    {
        await using var store = await StoreFixture.StartAsync();
        await store.CloseAsync();
        using (var other = store.Connect())
        {
            // Behind a gap, as after a clean-up.
            other.Execute(
                """
                WITH RECURSIVE numbers (n) AS (SELECT 1000000 UNION ALL SELECT n + 1 FROM numbers WHERE n < 1049999)
                INSERT INTO findings (id, timestamp, detector, finding_type, severity) SELECT n, '2026-01-01T00:00:00.000Z', 'd', 't', 'high' FROM numbers
                """);
        }

        await store.OpenAsync();
        store.Writer.Write(StoreFixture.Row());
        await store.FlushAsync();
        var limit = StoreFixture.Token;
        while (store.Scalar<long>("SELECT SUM(findings) FROM finding_groups") < 50_001)
        {
            limit.ThrowIfCancellationRequested();
        }

        StoreCheck.Problems(store.Path).ShouldBeEmpty();
    }

    [Fact]
    public void PageAndStats_RandomFilters_GiveWhatALookAtAllRowsGives()
    {
        const int Rows = 600;
        using var connection = ManyFindings.Create(Rows);
        var all = connection.Query<FindingRow>($"SELECT {FindingColumns.Read} FROM findings ORDER BY id DESC").AsList();
        var random = new Random(2);
        for (var run = 0; run < 400; run++)
        {
            var filter = RandomFilter(random, all[random.Next(Rows)]);
            var expected = all.Where(row => Matches(row, filter)).ToList();
            var (limit, offset) = (random.Next(1, 30), random.Next(3) == 0 ? random.Next(30) : 0);

            var page = FindingPageReader.Read(connection, filter, limit, offset, fewRows: run % 2 == 0 ? 0 : Rows);
            var stats = FindingStatsReader.Read(connection, filter);

            page.Total.ShouldBe(expected.Count, $"run {run}: {filter}");
            page.Findings.ShouldBe(expected.Skip(offset).Take(limit), $"run {run}: {filter}");
            stats.Total.ShouldBe(expected.Count, $"run {run}: {filter}");
            stats.LastSeen.ShouldBe(expected.Max(static row => row.Timestamp), $"run {run}: {filter}");
            stats.BySeverity.ToDictionary(static count => count.Name, static count => count.Count)
                .ShouldBe(expected.CountBy(static row => row.Severity).ToDictionary(static pair => pair.Key, static pair => (long)pair.Value), ignoreOrder: true);
            stats.ByClient.Sum(static count => count.Count).ShouldBe(expected.Count);
        }
    }

    [Fact]
    public void Page_ATextAndOtherFilters_GivesWhatALookAtAllRowsGives()
    {
        const int Rows = 600;
        using var connection = ManyFindings.Create(Rows);
        connection.Execute("UPDATE findings SET location = 'messages[' || (id % 10) || '].content', value_preview = 'AKIA' || (id % 7), verdict = CASE id % 4 WHEN 0 THEN 'example' ELSE '' END");
        var all = connection.Query<FindingRow>($"SELECT {FindingColumns.Read} FROM findings ORDER BY id DESC").AsList();
        var random = new Random(3);
        for (var run = 0; run < 300; run++)
        {
            var like = all[random.Next(Rows)];
            string[] texts = [like.Location, like.ValuePreview.ToLowerInvariant(), like.FindingType, like.ClientName.ToUpperInvariant(), like.WorkingDirectory[8..], "nothing has this"];
            var filter = RandomFilter(random, like) with { Text = texts[random.Next(texts.Length)], Verdict = random.Next(5) == 0 ? "example" : null };
            var expected = all.Where(row => Matches(row, filter) && (filter.Verdict ?? row.Verdict) == row.Verdict
                && new[] { row.Location, row.ValuePreview, row.FindingType, row.ClientName, row.WorkingDirectory }.Any(text => text.Contains(filter.Text, StringComparison.OrdinalIgnoreCase))).ToList();
            var (limit, offset) = (random.Next(1, 30), random.Next(3) == 0 ? random.Next(30) : 0);

            var page = FindingPageReader.Read(connection, filter, limit, offset, fewRows: run % 2 == 0 ? 0 : Rows);

            page.Findings.ShouldBe(expected.Skip(offset).Take(limit), $"run {run}: {filter}");
        }
    }

    private static FindingFilter RandomFilter(Random random, FindingRow like)
    {
        string? Maybe(string value, int one = 4) => random.Next(one) == 0 ? value : null;
        DateTimeOffset? Moment() => random.Next(2) == 0 ? null : ManyFindings.FirstDay.AddDays(random.Next(366)).AddMinutes(random.Next(3) * random.Next(1440));
        return new FindingFilter
        {
            Severity = Maybe(like.Severity),
            Detector = Maybe(like.Detector),
            FindingType = Maybe(like.FindingType, 8),
            Action = Maybe(like.ActionTaken),
            Provider = Maybe(like.Provider),
            Client = Maybe(like.ClientName),
            Origin = Maybe(like.Origin),
            AccountId = Maybe(like.AccountId),
            ApiKeyHash = Maybe(like.ApiKeyHash),
            SessionId = Maybe(like.SessionId, 8),
            WorkingDirectory = Maybe(like.WorkingDirectory[5..], 5),
            From = Moment(),
            To = Moment(),
        };
    }

    private static bool Matches(FindingRow row, FindingFilter filter) =>
        (filter.Severity ?? row.Severity) == row.Severity
        && (filter.Detector ?? row.Detector) == row.Detector
        && (filter.FindingType ?? row.FindingType) == row.FindingType
        && (filter.Action ?? row.ActionTaken) == row.ActionTaken
        && (filter.Provider ?? row.Provider) == row.Provider
        && (filter.Client ?? row.ClientName) == row.ClientName
        && (filter.Origin ?? row.Origin) == row.Origin
        && (filter.AccountId ?? row.AccountId) == row.AccountId
        && (filter.ApiKeyHash ?? row.ApiKeyHash) == row.ApiKeyHash
        && (filter.SessionId ?? row.SessionId) == row.SessionId
        && (filter.WorkingDirectory is null || row.WorkingDirectory.Contains(filter.WorkingDirectory, StringComparison.Ordinal))
        && (filter.From is null || string.CompareOrdinal(row.Timestamp, StoreTime.Format(filter.From.Value)) >= 0)
        && (filter.To is null || string.CompareOrdinal(row.Timestamp, StoreTime.Format(filter.To.Value)) < 0);

    private static FindingRow Row(Random random, int number)
    {
        var time = Time(random);
        return StoreFixture.Row(number, number % 9 == 0 ? "" : $"s{number % 9}", time) with
        {
            Severity = Severities[random.Next(Severities.Length)],
            WorkingDirectory = $"/p{random.Next(3)}",
            ApiKeyHash = random.Next(3) == 0 ? "" : "k",
            ActionTaken = random.Next(2) == 0 ? "block" : "alert",
        };
    }

    private static string Time(Random random) => StoreTime.Format(new DateTimeOffset(2025, 1, 1, 0, 0, 0, TimeSpan.Zero).AddHours(random.Next(365 * 24)));
}
