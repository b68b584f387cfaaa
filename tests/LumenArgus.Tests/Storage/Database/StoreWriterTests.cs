using Dapper;
using LumenArgus.Storage.Database;
using LumenArgus.Storage.Database.Writing;
using LumenArgus.Storage.Findings;
using LumenArgus.Storage.Mcp;
using LumenArgus.Testing.Storage;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace LumenArgus.Tests.Storage.Database;

public sealed class StoreWriterTests
{
    [Fact]
    public async Task Write_ManyFindings_AllAreRecorded()
    {
        await using var store = await StoreFixture.StartAsync();

        var tickets = Enumerable.Range(0, 3000).Select(number => store.Writer.Write(StoreFixture.Row(number))).ToList();
        await store.FlushAsync();

        tickets.ShouldAllBe(static ticket => ticket.State == FindingState.Recorded);
        store.Scalar<long>("SELECT COUNT(*) FROM findings").ShouldBe(3000);
        store.Status.Written.ShouldBe(3000);
        store.Status.Queued.ShouldBe(0);
    }

    [Fact]
    public async Task Write_SameContent_IsOneRowPerSession()
    {
        await using var store = await StoreFixture.StartAsync();

        foreach (var session in new[] { "s1", "s1", "s2", "", "" })
        {
            store.Writer.Write(StoreFixture.Row(session: session));
        }

        store.Writer.Write(StoreFixture.Row(time: "2026-01-02T00:00:00.000Z"));
        await store.FlushAsync();

        using var connection = store.Connect();
        connection.Query<(string, long, string)>("SELECT session_id, seen_count, timestamp FROM findings ORDER BY session_id, id").ShouldBe(
        [
            ("", 1, "2026-01-01T00:00:00.000Z"),
            ("", 1, "2026-01-01T00:00:00.000Z"),
            ("s1", 3, "2026-01-02T00:00:00.000Z"),
            ("s2", 1, "2026-01-01T00:00:00.000Z"),
        ]);
    }

    [Fact]
    public async Task Write_IsWritten_TheTicketHoldsNothingOfTheRecord()
    {
        await using var store = await StoreFixture.StartAsync();

        var ticket = store.Writer.Write(StoreFixture.Row()).ShouldBeOfType<FindingWrite.WaitingTicket>();
        await store.FlushAsync();

        ticket.State.ShouldBe(FindingState.Recorded);
        ticket.Waiting.ShouldBeNull();
    }

    [Fact]
    public async Task SeenAgain_WhateverTheMoment_CountsExactly()
    {
        await using var store = await StoreFixture.StartAsync();
        var writer = store.Writer;

        await Parallel.ForAsync(0, 20, async (number, _) =>
        {
            var ticket = writer.Write(StoreFixture.Row(number));
            for (var i = 0; i < 500; i++)
            {
                writer.SeenAgain(ticket, "2026-01-03T00:00:00.000Z");
                if (i % 100 == 0)
                {
                    await store.FlushAsync();
                }
            }
        });
        await store.FlushAsync();

        using var connection = store.Connect();
        connection.Query<(long, string)>("SELECT seen_count, timestamp FROM findings").ShouldBe(
            Enumerable.Repeat((501L, "2026-01-03T00:00:00.000Z"), 20));
    }

    [Fact]
    public async Task Write_DatabaseLockedByAnother_IsMadeUpForWhenItIsFree()
    {
        await using var store = await StoreFixture.StartAsync();
        FindingTicket ticket;
        using (var other = store.Connect())
        {
            other.Execute("BEGIN EXCLUSIVE");
            ticket = store.Writer.Write(StoreFixture.Row());
            (await store.NextFaultAsync()).ShouldNotBeNull().ShouldContain("locked");
            ticket.State.ShouldBe(FindingState.Queued);
            store.Status.Fault.ShouldNotBeNull();
            await Should.ThrowAsync<StoreException>(store.FlushAsync);

            // Sights while it is locked belong to the same row.
            store.Writer.SeenAgain(ticket, "2026-01-02T00:00:00.000Z");
        }

        (await store.NextFaultAsync()).ShouldBeNull();
        await store.FlushAsync();

        ticket.State.ShouldBe(FindingState.Recorded);
        store.Scalar<long>("SELECT seen_count FROM findings").ShouldBe(2);
        store.Status.Errors.ShouldBeGreaterThan(0);
        store.Status.Lost.ShouldBe(0);
    }

    [Theory]
    [InlineData("PRAGMA max_page_count = 1", "the disk is full")]
    [InlineData("PRAGMA query_only = ON", "read-only")]
    public async Task Write_ConnectionThatRefuses_IsNamedAndMadeUpFor(string cause, string named)
    {
        await using var store = await StoreFixture.StartAsync();
        await store.Access.WriteAsync(connection => connection.Execute(cause), StoreFixture.Token);

        var tickets = Enumerable.Range(0, 3000).Select(number => store.Writer.Write(StoreFixture.Row(number))).ToList();

        // Both hold for one connection only, so the next try finds them gone.
        (await store.NextFaultAsync()).ShouldNotBeNull().ShouldContain(named);
        (await store.NextFaultAsync()).ShouldBeNull();
        await store.FlushAsync();
        tickets.ShouldAllBe(static ticket => ticket.State == FindingState.Recorded);
        store.Status.Lost.ShouldBe(0);
        StoreCheck.Problems(store.Path).ShouldBeEmpty();
    }

    [Fact]
    public async Task Write_SmallDisk_IsMadeUpForWhenThereIsRoom()
    {
        // Only where a file system may be mounted; elsewhere the test above stands for it.
        await using var store = new StoreFixture();
        using var disk = SmallDisk.TryMount(System.IO.Path.GetDirectoryName(store.Path)!);
        if (disk is null)
        {
            return;
        }

        await store.OpenAsync();
        var tickets = Enumerable.Range(0, 20_000).Select(number => store.Writer.Write(StoreFixture.Row(number))).ToList();
        (await store.NextFaultAsync()).ShouldNotBeNull().ShouldContain("disk is full");
        store.Status.Lost.ShouldBe(0);

        disk.Remount("size=64m");
        (await store.NextFaultAsync()).ShouldBeNull();
        await store.FlushAsync();
        tickets.ShouldAllBe(static ticket => ticket.State == FindingState.Recorded);

        // A file system with an open file does not become read-only.
        await store.CloseAsync();
        disk.Remount("ro");
        await store.OpenAsync();
        store.Writer.Write(StoreFixture.Row(20_001));
        (await store.NextFaultAsync()).ShouldNotBeNull().ShouldContain("read-only");

        disk.Remount("rw");
        (await store.NextFaultAsync()).ShouldBeNull();
        await store.FlushAsync();
        store.Scalar<long>("SELECT COUNT(*) FROM findings").ShouldBe(20_001);
        StoreCheck.Problems(store.Path).ShouldBeEmpty();
        await store.CloseAsync();
    }

    [Fact]
    public async Task Open_FileThatMayOnlyBeRead_IsNamedAndMadeUpFor()
    {
        // The administrator may write everything.
        if (OperatingSystem.IsWindows() || Environment.IsPrivilegedProcess)
        {
            return;
        }

        await using var store = await StoreFixture.StartAsync();
        await store.CloseAsync();
        File.SetUnixFileMode(store.Path, UnixFileMode.UserRead);
        await store.OpenAsync();
        store.Writer.Write(StoreFixture.Row());
        (await store.NextFaultAsync()).ShouldNotBeNull().ShouldContain("read-only");

        File.SetUnixFileMode(store.Path, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        (await store.NextFaultAsync()).ShouldBeNull();
        await store.FlushAsync();
        store.Scalar<long>("SELECT COUNT(*) FROM findings").ShouldBe(1);
    }

    [Fact]
    public async Task Open_DamagedFile_WorksWhenItIsMovedAway()
    {
        await using var store = new StoreFixture();
        await File.WriteAllTextAsync(store.Path, new string('x', 8192));
        await store.OpenAsync();
        (await store.NextFaultAsync()).ShouldNotBeNull().ShouldContain("move the file away");
        var ticket = store.Writer.Write(StoreFixture.Row());

        File.Move(store.Path, store.Path + ".damaged");
        await store.UntilItWorksAsync();
        await store.FlushAsync();

        ticket.State.ShouldBe(FindingState.Recorded);
        File.Exists(store.Path + ".damaged").ShouldBeTrue();
    }

    [Fact]
    public async Task Open_FolderInThePlaceOfTheDatabase_IsNamedAsOne()
    {
        await using var store = new StoreFixture();
        Directory.CreateDirectory(store.Path);
        await store.OpenAsync();

        (await store.NextFaultAsync()).ShouldBe($"The database {store.Path} cannot be used: there is a folder in its place. Findings are kept in memory; move the folder away and a database is made.");

        Directory.Delete(store.Path);
        await store.UntilItWorksAsync();
    }

    [Fact]
    public async Task Failure_ThatTheStoreHasLogged_IsOnlyNamedBehindItsConsequences()
    {
        await using var store = new StoreFixture();
        await File.WriteAllTextAsync(store.Path, new string('x', 8192));
        await store.OpenAsync();
        await store.NextFaultAsync();

        var read = await Should.ThrowAsync<StoreException>(() => store.Findings.FindAsync(1, StoreFixture.Token));
        var write = await Should.ThrowAsync<StoreException>(() => store.Access.WriteAsync(static _ => 0, StoreFixture.Token));

        foreach (var failure in new[] { read, write })
        {
            failure.Message.ShouldContain("move the file away");
            failure.ShortReason.ShouldBe("the database cannot be used now");
        }

        new StoreException("It is away.").ShortReason.ShouldBe("It is away.");
    }

    [Fact]
    public async Task Open_NewerDatabase_IsLeftAloneAndNamed()
    {
        await using var store = await StoreFixture.StartAsync();
        await store.CloseAsync();
        using (var connection = store.Connect())
        {
            connection.Execute("INSERT INTO schema_version (version) VALUES (9999)");
        }

        await store.OpenAsync();

        store.Status.Fault.ShouldNotBeNull().ShouldContain("9999");
        await Should.ThrowAsync<StoreException>(() => store.Findings.FindAsync(1, StoreFixture.Token));
    }

    [Fact]
    public async Task Queue_Full_ShedsWhatPassedFirstAndCountsAll()
    {
        await using var store = new StoreFixture();
        await File.WriteAllTextAsync(store.Path, new string('x', 8192));
        await store.OpenAsync(static options => options with { MaxQueuedBytes = 16 * 1024, DrainTimeout = TimeSpan.Zero });
        var tools = store.Get<IMcpToolStore>();
        for (var i = 0; i < 100; i++)
        {
            tools.RecordCall(new McpToolCall { ToolName = "t", Timestamp = "2026-01-01T00:00:00.000Z" });
        }

        store.Status.Shed.ShouldBe(92);
        var tickets = Enumerable.Range(0, 20).Select(number => store.Writer.Write(StoreFixture.Row(number))).ToList();

        tickets.Count(static ticket => ticket.State == FindingState.Queued).ShouldBeInRange(10, 12);
        store.Status.Lost.ShouldBe(tickets.Count(static ticket => ticket.State == FindingState.Lost));
        var status = store.Status;
        await store.CloseAsync();

        // What was queued when the process ended is counted too.
        status.Lost.ShouldBe(20);
        status.Shed.ShouldBe(100);
        tickets.ShouldAllBe(static ticket => ticket.State == FindingState.Lost);
    }

    [Fact]
    public async Task DisposeAsync_QueuedFindings_AreWritten()
    {
        await using var store = new StoreFixture();
        await store.OpenAsync(static options => options with { BatchDelay = TimeSpan.FromMinutes(1) });
        for (var number = 0; number < 10; number++)
        {
            store.Writer.Write(StoreFixture.Row(number));
        }

        await store.CloseAsync();

        store.Scalar<long>("SELECT COUNT(*) FROM findings").ShouldBe(10);
    }

    [Fact]
    public async Task WriteAsync_BrokenConstraint_FailsAloneAndWhole()
    {
        await using var store = new StoreFixture();
        await store.OpenAsync(static options => options with { BatchDelay = TimeSpan.FromMilliseconds(200) });
        var ticket = store.Writer.Write(StoreFixture.Row());

        await Should.ThrowAsync<SqliteException>(() => store.Access.WriteAsync(
            static connection =>
            {
                connection.Execute("INSERT INTO config_overrides (key, value) VALUES ('a', 'b')");
                return connection.Execute("INSERT INTO config_overrides (key, value) VALUES ('a', 'c')");
            },
            StoreFixture.Token));
        await store.FlushAsync();

        ticket.State.ShouldBe(FindingState.Recorded);
        store.Scalar<long>("SELECT COUNT(*) FROM config_overrides").ShouldBe(0);
        store.Status.Fault.ShouldBeNull();
    }

    [Fact]
    public async Task Write_RefusedInABatchThatIsRepeated_IsCountedOnce()
    {
        await using var store = new StoreFixture();
        await store.OpenAsync(static options => options with { BatchDelay = TimeSpan.FromMilliseconds(200) });
        var refused = new TestWrite(static _ => throw new InvalidOperationException("refused"));
        store.Access.TryAdd(refused).ShouldBeTrue();
        store.Access.TryAdd(new TestWrite(static time => throw (time == 1 ? new SqliteException("full", raw.SQLITE_FULL) : new InvalidOperationException("refused"))))
            .ShouldBeTrue();
        var ticket = store.Writer.Write(StoreFixture.Row());
        (await store.NextFaultAsync()).ShouldNotBeNull();
        (await store.NextFaultAsync()).ShouldBeNull();
        await store.FlushAsync();

        (store.Status.Lost, store.Status.Written, ticket.State, refused.Failures).ShouldBe((2, 1, FindingState.Recorded, 1));
    }

    [Fact]
    public async Task Files_OfTheDatabase_AreForTheirOwnerOnly()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        await using var store = await StoreFixture.StartAsync();
        store.Writer.Write(StoreFixture.Row());
        await store.FlushAsync();

        foreach (var file in new[] { store.Path, store.Path + "-wal", store.Path + "-shm" })
        {
            File.GetUnixFileMode(file).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }

        await store.CloseAsync();
        File.SetUnixFileMode(store.Path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.OtherRead);
        await store.OpenAsync();
        File.GetUnixFileMode(store.Path).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    [Fact]
    public async Task Reads_WhileATransactionIsOpen_DoNotWait()
    {
        await using var store = await StoreFixture.StartAsync();
        store.Writer.Write(StoreFixture.Row());
        await store.FlushAsync();
        using var other = store.Connect();
        other.Execute("BEGIN IMMEDIATE; DELETE FROM findings");

        (await store.Findings.PageAsync(FindingFilter.All, 10, 0, StoreFixture.Token)).Total.ShouldBe(1);
    }

    private sealed class TestWrite(Action<int> apply) : StoreWrite
    {
        private int _times;

        public int Failures { get; private set; }

        public override int Bytes => 1;

        public override void Apply(WriteConnection connection) => apply(++_times);

        public override void Failed(Exception reason) => Failures++;
    }
}
