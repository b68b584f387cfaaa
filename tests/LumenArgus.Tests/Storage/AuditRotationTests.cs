using LumenArgus.Storage.Audit;
using LumenArgus.Storage.Audit.Reading;
using LumenArgus.Storage.Audit.Verification;

namespace LumenArgus.Tests.Storage;

public sealed class AuditRotationTests : IDisposable
{
    private readonly TempFolder _temp = new();
    private readonly FixedClock _clock = new(AuditEntries.Time);

    public void Dispose() => _temp.Dispose();

    [Fact]
    public async Task AppendAsync_FullFile_IsFollowedByANewOne()
    {
        await AuditEntries.WriteAsync(_temp.Root, _clock, new AuditFileOptions { MaxBytes = 1000 }, Entries(10));

        var files = AuditFolder.Files(_temp.Root);
        files.Count.ShouldBeGreaterThan(3);
        files.ShouldAllBe(static file => new FileInfo(file).Length <= 1000);
        Ids(files).ShouldBe(Enumerable.Range(0, 10));
        Path.GetFileName(files[0]).ShouldBe("guard-20260316-143000.jsonl");
        Path.GetFileName(files[1]).ShouldBe("guard-20260316-143000-0001.jsonl");
    }

    [Fact]
    public async Task AppendAsync_AfterMidnight_GoesToANewFile()
    {
        await using var log = new AuditLog(_temp.Root, _clock);
        await log.AppendAsync(AuditEntries.Of(0), durable: true);
        _clock.Now = new(2026, 3, 16, 23, 59, 59, TimeSpan.Zero);
        await log.AppendAsync(AuditEntries.Of(1), durable: true);
        _clock.Now = new(2026, 3, 17, 0, 0, 0, TimeSpan.Zero);
        await log.AppendAsync(AuditEntries.Of(2), durable: true);

        AuditFolder.Files(_temp.Root).Select(Path.GetFileName).ShouldBe(["guard-20260316-143000.jsonl", "guard-20260317-000000.jsonl"]);
        Path.GetFileName(log.Path).ShouldBe("guard-20260317-000000.jsonl");
        Ids([log.Path!]).ShouldBe([2]);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task AppendAsync_FileThatSomebodyDeleted_IsFollowedByANewOne(bool withFolder)
    {
        var folder = _temp.File("audit");
        await using var log = new AuditLog(folder, _clock, options: new AuditFileOptions { HashChain = true });
        await log.AppendAsync(AuditEntries.Of(0), durable: true);
        var first = log.Path!;
        File.Delete(first);
        if (withFolder)
        {
            Directory.Delete(folder);
        }

        _clock.Now += TimeSpan.FromSeconds(2);
        await log.AppendAsync(AuditEntries.Of(1), durable: true);
        await log.AppendAsync(AuditEntries.Of(2), durable: true);

        log.Fault.ShouldBeNull();
        Ids(AuditFolder.Files(folder)).ShouldBe([1, 2]);
        new AuditVerifier().Check([log.Path!]).ShouldHaveSingleItem().Note.ShouldNotBeNull().ShouldContain($"continues {Path.GetFileName(first)}, which is not here");
    }

    [Fact]
    public async Task AppendAsync_EmptyFileOfYesterday_IsUsed()
    {
        await using var log = new AuditLog(_temp.Root, _clock);
        _clock.Now += TimeSpan.FromDays(2);
        await log.AppendAsync(AuditEntries.Of(0), durable: true);

        AuditFolder.Files(_temp.Root).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task AppendAsync_TwoLogsInOneSecond_KeepAllLines()
    {
        await using (var first = new AuditLog(_temp.Root, _clock))
        await using (var second = new AuditLog(_temp.Root, _clock))
        {
            await first.AppendAsync(AuditEntries.Of(0), durable: true);
            await second.AppendAsync(AuditEntries.Of(1), durable: true);
            await first.AppendAsync(AuditEntries.Of(2), durable: true);
        }

        Ids(AuditFolder.Files(_temp.Root)).Order().ShouldBe([0, 1, 2]);
    }

    [Fact]
    public async Task AppendAsync_NewFileCannotBeMade_GoesOnInTheOldOneAndSaysSo()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        var folder = _temp.File("audit");
        var faults = new List<string?>();
        await using var log = new AuditLog(folder, _clock, faults.Add);
        await log.AppendAsync(AuditEntries.Of(0), durable: true);
        Directory.Move(folder, _temp.File("moved"));
        await File.WriteAllTextAsync(folder, "in the way");
        _clock.Now += TimeSpan.FromDays(1);

        (await log.AppendAsync(AuditEntries.Of(1), durable: true)).Written.ShouldBeTrue();

        faults.ShouldHaveSingleItem().ShouldNotBeNull().ShouldContain(folder);
        Ids(AuditFolder.Files(_temp.File("moved"))).ShouldBe([0, 1]);
        File.Delete(folder);
        Directory.Move(_temp.File("moved"), folder);
        _clock.Now += TimeSpan.FromSeconds(2);
        await log.AppendAsync(AuditEntries.Of(2), durable: true);
        AuditFolder.Files(folder).Count.ShouldBe(2);
        faults.ShouldBe([faults[0], null]);
    }

    [Fact]
    public async Task Apply_FileInUse_IsKept()
    {
        await using var log = new AuditLog(_temp.Root, _clock);
        _temp.Write("guard-20260101-000000.jsonl", "");
        _clock.Now += TimeSpan.FromDays(400);

        AuditRetention.Apply(_temp.Root, 30, _clock, log.Path).Deleted.ShouldBe(1);
        AuditFolder.Files(_temp.Root).ShouldBe([log.Path!]);
    }

    private static IEnumerable<AuditEntry> Entries(int count) => Enumerable.Range(0, count).Select(static id => AuditEntries.Of(id));

    private static IEnumerable<int> Ids(IEnumerable<string> files) => files.SelectMany(AuditLines.Read).Select(static line =>
    {
        using var json = System.Text.Json.JsonDocument.Parse(line.Bytes);
        return json.RootElement.GetProperty("request_id").GetInt32();
    });
}
