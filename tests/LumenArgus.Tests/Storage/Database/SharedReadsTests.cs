using LumenArgus.Storage.Database;
using LumenArgus.Storage.Findings;
using LumenArgus.Testing;
using Microsoft.Data.Sqlite;

namespace LumenArgus.Tests.Storage.Database;

/// <summary>Who asks what others ask gets their answer, and never one from before a change that he knows of.</summary>
public sealed class SharedReadsTests
{
    private readonly ManualTimeProvider _clock = new();
    private int _reads;

    [Fact]
    public async Task Read_ByMany_IsReadOnce()
    {
        await using var store = await StoreFixture.StartAsync();
        var shared = new SharedReads(store.Access, _clock);
        using var open = new ManualResetEventSlim();

        var answers = Enumerable.Range(0, 200).Select(_ => AskAsync(shared, "question", _ => open.Wait(TimeSpan.FromSeconds(30)))).ToList();
        var other = AskAsync(shared, "another question");
        open.Set();

        (await Task.WhenAll(answers)).Distinct().ShouldHaveSingleItem();
        await other;
        _reads.ShouldBe(2);
    }

    [Fact]
    public async Task Read_AfterATransaction_IsReadAgain()
    {
        await using var store = await StoreFixture.StartAsync();

        for (var written = 1; written <= 3; written++)
        {
            store.Writer.Write(StoreFixture.Row(written));
            await store.FlushAsync();

            (await store.Findings.PageAsync(FindingFilter.All, 9, 0, StoreFixture.Token)).Total.ShouldBe(written);
            (await store.Findings.StatsAsync(FindingFilter.All, StoreFixture.Token)).Total.ShouldBe(written);
            (await store.Findings.FacetsAsync(StoreFixture.Token)).Severity.ShouldHaveSingleItem().Count.ShouldBe(written);
            (await store.Findings.SessionsAsync(null, 9, StoreFixture.Token)).ShouldHaveSingleItem().FindingCount.ShouldBe(written);
        }
    }

    [Fact]
    public async Task Read_InAFloodOfTransactions_IsReadOnceForAllWhoAskMeanwhile()
    {
        await using var store = await StoreFixture.StartAsync();
        var shared = new SharedReads(store.Access, _clock);
        (await AskAsync(shared, "question")).ShouldBe(1);
        (await AskAsync(shared, "question")).ShouldBe(1);

        List<Task<int>> asked = [];
        for (var written = 1; written <= 20; written++)
        {
            store.Writer.Write(StoreFixture.Row(written));
            await store.FlushAsync();
            asked.Add(shared.ReadAsync("question", CountRows, StoreFixture.Token));
        }

        asked.ShouldAllBe(static answer => !answer.IsCompleted);
        (await AskAsync(shared, "another question")).ShouldBe(2);
        _clock.Advance(SharedReads.Apart);

        (await Task.WhenAll(asked)).ShouldAllBe(static rows => rows == 20);
        store.Writer.Write(StoreFixture.Row(21));
        await store.FlushAsync();
        _clock.Advance(SharedReads.Apart);
        (await shared.ReadAsync("question", CountRows, StoreFixture.Token)).ShouldBe(21);
        _reads.ShouldBe(4);
    }

    [Fact]
    public async Task Read_OneGivesUp_TheOthersGetTheirAnswer()
    {
        await using var store = await StoreFixture.StartAsync();
        var shared = new SharedReads(store.Access, _clock);
        using var open = new ManualResetEventSlim();
        using var impatient = new CancellationTokenSource();

        var first = shared.ReadAsync("question", _ => open.Wait(TimeSpan.FromSeconds(30)), impatient.Token);
        var second = shared.ReadAsync("question", _ => false, StoreFixture.Token);
        await impatient.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(first);
        open.Set();

        (await second).ShouldBeTrue();
    }

    [Fact]
    public async Task Read_Fails_IsTriedAgain()
    {
        await using var store = await StoreFixture.StartAsync();
        var shared = new SharedReads(store.Access, _clock);

        await Should.ThrowAsync<StoreException>(AskAsync(shared, "question", _ => throw new SqliteException("disk I/O error", 10)));
        _clock.Advance(SharedReads.Apart);

        (await AskAsync(shared, "question")).ShouldBe(2);
    }

    [Fact]
    public async Task Read_ManyQuestions_KeepsAFew()
    {
        await using var store = await StoreFixture.StartAsync();
        var shared = new SharedReads(store.Access, _clock);

        for (var number = 0; number < 1_000; number++)
        {
            await AskAsync(shared, number);
            shared.Count.ShouldBeLessThanOrEqualTo(SharedReads.MaxQuestions);
        }

        _reads.ShouldBe(1_000);
    }

    private int CountRows(SqliteConnection connection)
    {
        Interlocked.Increment(ref _reads);
        return (int)FindingPageReader.Read(connection, FindingFilter.All, 1, 0).Total;
    }

    private Task<int> AskAsync(SharedReads shared, object question, Action<SqliteConnection>? before = null) => shared.ReadAsync(
        question,
        connection =>
        {
            var number = Interlocked.Increment(ref _reads);
            before?.Invoke(connection);
            return number;
        },
        StoreFixture.Token);
}
