using System.Text.Json;
using LumenArgus.Abstractions.Model;
using LumenArgus.Storage.Audit;

namespace LumenArgus.Tests.Storage;

public sealed class AuditLogTests : IDisposable
{
    private const string Canary = "AKIA7CANARY7CANARY77";
    private static readonly DateTimeOffset Now = new(2026, 3, 16, 14, 30, 0, 123, TimeSpan.Zero);

    private readonly TempFolder _temp = new();
    private readonly FixedClock _clock = new(Now);

    public void Dispose() => _temp.Dispose();

    [Fact]
    public async Task AppendAsync_FullEntry_WritesTheDocumentedLine()
    {
        var entry = Entry(42) with
        {
            Endpoint = "/v1/messages?key=" + Canary,
            Model = "claude-x",
            Findings = [Secret() with { Action = PolicyAction.Alert }],
            ScanDurationMs = 12.3449,
            RequestSizeBytes = 1234,
            Session = new SessionContext { SessionId = "s1", ClientName = "claude_code", ApiKeyHash = "0123456789abcdef", GitBranch = "" },
        };

        var line = (await WriteAsync(entry)).ShouldHaveSingleItem();

        line.ShouldBe("""{"timestamp":"2026-03-16T14:30:00.123Z","request_id":42,"exchange_id":"01900000-0000-7000-8000-000000000000","provider":"anthropic","model":"claude-x","endpoint":"/v1/messages","action":"alert","findings":[{"detector":"secrets","type":"aws_access_key","severity":"critical","location":"messages[4].content","value_preview":"AKIA****","action_taken":"alert","count":1,"origin":"detector"}],"scan_duration_ms":12.34,"request_size_bytes":1234,"passed":true,"session_id":"s1","client_name":"claude_code","intercept_mode":"reverse"}""");
    }

    [Fact]
    public async Task AppendAsync_FrameworkFinding_WritesItsDetail()
    {
        var finding = Secret() with { Detector = "proxy", Type = "scan_error", Origin = FindingOrigin.Framework, Detail = "plugin acme.pii timed out" };

        var line = (await WriteAsync(Entry(1) with { Findings = [finding] })).ShouldHaveSingleItem();

        line.ShouldContain("""
            "origin":"framework","detail":"plugin acme.pii timed out"}
            """);
    }

    [Fact]
    public async Task AppendAsync_ValueInFinding_NeverReachesTheFile()
    {
        var entry = Entry(1) with
        {
            Endpoint = "/v1/x?api_key=" + Canary,
            Findings = [Secret() with { Detail = Canary }],
            Session = new SessionContext { ApiKeyHash = Canary },
        };

        (await WriteAsync(entry)).ShouldHaveSingleItem().ShouldNotContain(Canary);

        // Negative control: a field that is written shows up in the same search.
        (await WriteAsync(entry with { Model = Canary })).ShouldContain(line => line.Contains(Canary, StringComparison.Ordinal));
    }

    [Fact]
    public async Task AppendAsync_OddText_StaysOneValidJsonLine()
    {
        var odd = "a\ud800b\n\u2028\u001b[31m\"é\U0001F600\udc00";

        var line = (await WriteAsync(Entry(1) with { Model = odd, Findings = [Secret() with { Location = odd }] })).ShouldHaveSingleItem();

        using var json = JsonDocument.Parse(line);
        json.RootElement.GetProperty("model").GetString().ShouldBe("a\ufffdb\n\u2028\u001b[31m\"é\U0001F600\ufffd");
        line.ShouldNotContain('\u001b');
    }

    [Fact]
    public async Task AppendAsync_Durable_LineIsInTheFileWhenItReturns()
    {
        await using var log = new AuditLog(_temp.Root, _clock);

        (await log.AppendAsync(Entry(1), durable: true)).ShouldBe(AuditAppendResult.Ok);

        ReadLines(log.Path!).Length.ShouldBe(1);
    }

    [Fact]
    public async Task AppendAsync_ManyWriters_EveryLineOnceAndWhole()
    {
        await using (var log = new AuditLog(_temp.Root, _clock))
        {
            await Parallel.ForAsync(0, 2000, async (i, cancellationToken) =>
                (await log.AppendAsync(Entry(i), durable: i % 2 == 0, cancellationToken)).Written.ShouldBeTrue());
        }

        var ids = AllLines().Select(line =>
        {
            using var json = JsonDocument.Parse(line);
            return json.RootElement.GetProperty("request_id").GetInt64();
        });
        ids.Order().ShouldBe(Enumerable.Range(0, 2000).Select(i => (long)i));
    }

    [Fact]
    public async Task Constructor_TwoInOneSecond_UseTwoFiles()
    {
        await using var first = new AuditLog(_temp.Root, _clock);
        await using var second = new AuditLog(_temp.Root, _clock);

        Path.GetFileName(first.Path).ShouldBe("guard-20260316-143000.jsonl");
        Path.GetFileName(second.Path)!.ShouldMatch("^guard-20260316-143000-[0-9a-f]{4}\\.jsonl$");
    }

    [Fact]
    public async Task Constructor_NewFolder_FileAndFolderArePrivate()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        var folder = _temp.File("a/b");
        await using var log = new AuditLog(folder, _clock);

        File.GetUnixFileMode(log.Path!).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        foreach (var path in new[] { folder, _temp.File("a") })
        {
            File.GetUnixFileMode(path).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    [Fact]
    public async Task AppendAsync_FolderCannotBeCreated_FailsClearlyAndRecovers()
    {
        // A file where the folder should be works as an obstacle for root too.
        var folder = _temp.Write("audit", "");
        var faults = new List<string?>();
        await using var log = new AuditLog(folder, _clock, faults.Add);

        var lost = await log.AppendAsync(Entry(1), durable: true);
        lost.Written.ShouldBeFalse();
        lost.Error.ShouldNotBeNull().ShouldContain(folder);
        log.LostLines.ShouldBe(1);
        faults.ShouldHaveSingleItem().ShouldNotBeNull();

        File.Delete(folder);
        _clock.Now += TimeSpan.FromSeconds(2);
        (await log.AppendAsync(Entry(2), durable: true)).Written.ShouldBeTrue();
        ReadLines(log.Path!).Length.ShouldBe(1);
        faults.Count.ShouldBe(2);
        faults[1].ShouldBeNull();
    }

    [Fact]
    public async Task AppendAsync_AfterDispose_IsAResultNotAnException()
    {
        var log = new AuditLog(_temp.Root, _clock);
        await log.DisposeAsync();

        (await log.AppendAsync(Entry(1), durable: true)).Written.ShouldBeFalse();
    }

    private static AuditEntry Entry(long id) => new()
    {
        Timestamp = Now,
        RequestId = id,
        ExchangeId = Guid.Parse("01900000-0000-7000-8000-000000000000"),
        Provider = "anthropic",
        Endpoint = "/v1/messages",
        Action = "alert",
        Passed = true,
    };

    private static Finding Secret() => new()
    {
        Detector = "secrets",
        Type = "aws_access_key",
        Severity = Severity.Critical,
        Location = "messages[4].content",
        Value = new MatchedText(Canary),
        ValuePreview = "AKIA****",
    };

    private async Task<string[]> WriteAsync(AuditEntry entry)
    {
        await using (var log = new AuditLog(_temp.Root, _clock))
        {
            await log.AppendAsync(entry, durable: false);
        }

        return AllLines();
    }

    private string[] AllLines() => [.. Directory.GetFiles(_temp.Root).SelectMany(ReadLines)];

    private static string[] ReadLines(string path)
    {
        using var reader = new StreamReader(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete));
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }
}
