using System.Text;
using System.Text.Json;
using LumenArgus.Abstractions.Model;
using LumenArgus.Host.AuditCommands;
using LumenArgus.Storage.Audit;
using LumenArgus.Storage.Audit.Reading;
using LumenArgus.Tests.Storage;

namespace LumenArgus.Tests.Host;

public sealed class AuditApplicationTests : IDisposable
{
    private readonly TempFolder _temp = new();
    private readonly FixedClock _clock = new(AuditEntries.Time);
    private readonly MemoryStream _bytes = new();
    private readonly StringWriter _output = new();
    private readonly StringWriter _error = new();

    private string Folder => _temp.File("audit");

    public void Dispose()
    {
        _bytes.Dispose();
        _output.Dispose();
        _error.Dispose();
        _temp.Dispose();
    }

    [Fact]
    public async Task Export_JsonLines_AreTheLinesAsTheyAre()
    {
        await WriteAsync(10, new AuditFileOptions { MaxBytes = 2000, HashChain = true });

        (await ExportAsync("jsonl")).ShouldBe(string.Concat(AuditFolder.Files(Folder).Select(File.ReadAllText)));
    }

    [Fact]
    public async Task Export_Range_LeavesOutWhatIsOutside()
    {
        await WriteAsync(10, new AuditFileOptions());

        var lines = await ExportAsync("jsonl", AuditEntries.Time.AddMinutes(3), AuditEntries.Time.AddMinutes(6));

        lines.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length.ShouldBe(3);
        lines.ShouldContain("\"request_id\":3,");
        lines.ShouldNotContain("\"request_id\":6,");
    }

    [Fact]
    public async Task Export_WhileTheProductWrites_DoesNotHoldItBack()
    {
        await using var log = new AuditLog(Folder, _clock);
        await log.AppendAsync(AuditEntries.Of(1), durable: true);
        using var reading = AuditLines.Read(log.Path!).GetEnumerator();
        reading.MoveNext().ShouldBeTrue();

        (await log.AppendAsync(AuditEntries.Of(2), durable: true)).Written.ShouldBeTrue();
        (await ExportAsync("jsonl")).Split('\n', StringSplitOptions.RemoveEmptyEntries).Length.ShouldBe(2);
    }

    [Fact]
    public async Task Export_BrokenLines_AreCountedAndLeftOut()
    {
        await WriteAsync(2, new AuditFileOptions());
        await File.AppendAllTextAsync(AuditFolder.Files(Folder)[0], "no json\n[]\n{\"timestamp\":\"when\"}\n\n{\"timestamp\":\"2026-03-16T14:30:00Z\"}\n{\"half");

        (await ExportAsync("jsonl")).Split('\n', StringSplitOptions.RemoveEmptyEntries).Length.ShouldBe(3);
        _error.ToString().ShouldContain("5 line(s) could not be read");
    }

    [Theory]
    [InlineData("=cmd|' /C calc'!A0", "'=cmd|' /C calc'!A0")]
    [InlineData("+1", "'+1")]
    [InlineData("-1", "'-1")]
    [InlineData("@SUM(1)", "'@SUM(1)")]
    [InlineData("\t=1", "\"'\t=1\"")]
    [InlineData("a,b", "\"a,b\"")]
    [InlineData("say \"x\"", "\"say \"\"x\"\"\"")]
    [InlineData("two\nlines", "\"two\nlines\"")]
    [InlineData("=\"x\"", "\"'=\"\"x\"\"\"")]
    [InlineData("plain", "plain")]
    [InlineData("a;=1+1", "\"a;=1+1\"")]
    [InlineData("a\t=1+1", "\"a\t=1+1\"")]
    [InlineData("red \u001b[31m\u009b31m", "red ?[31m?31m")]
    public async Task Export_Csv_CellsAreQuotedAndNoFormulas(string model, string cell)
    {
        await AuditEntries.WriteAsync(Folder, _clock, new AuditFileOptions(), [AuditEntries.Of(1) with { Model = model }]);

        (await ExportAsync("csv")).ShouldContain($",anthropic,{cell},/v1/messages,");
    }

    [Fact]
    public async Task Export_Csv_HasARowPerFinding()
    {
        await AuditEntries.WriteAsync(Folder, _clock, new AuditFileOptions(), [AuditEntries.Of(1, AuditEntries.Secret(), AuditEntries.Secret("=x")), AuditEntries.Of(2)]);

        var rows = (await ExportAsync("csv")).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);

        rows.Length.ShouldBe(4);
        var columns = rows[0].Split(',');
        rows.ShouldAllBe(row => row.Split(',', StringSplitOptions.None).Length == columns.Length);
        rows[1].Split(',')[Array.IndexOf(columns, "type")].ShouldBe("aws_access_key");
        rows[2].Split(',')[Array.IndexOf(columns, "location")].ShouldBe("'=x");
        rows[3].Split(',')[Array.IndexOf(columns, "type")].ShouldBeEmpty();
        rows[3].Split(',')[Array.IndexOf(columns, "client_name")].ShouldBe("claude_code");
    }

    [Fact]
    public async Task Export_Ocsf_IsADataSecurityFindingPerFinding()
    {
        await AuditEntries.WriteAsync(Folder, _clock, new AuditFileOptions(),
            [AuditEntries.Of(1), AuditEntries.Of(2, AuditEntries.Secret(), AuditEntries.Secret() with { Action = PolicyAction.Block }) with { Action = "block", Passed = false }]);

        var events = (await ExportAsync("ocsf")).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(static line => JsonDocument.Parse(line).RootElement).ToArray();

        events.Length.ShouldBe(2);
        var first = events[0];
        first.GetProperty("class_uid").GetInt32().ShouldBe(2006);
        first.GetProperty("category_uid").GetInt32().ShouldBe(2);
        first.GetProperty("activity_id").GetInt32().ShouldBe(1);
        first.GetProperty("type_uid").GetInt64().ShouldBe(200601);
        first.GetProperty("time").GetInt64().ShouldBe(AuditEntries.Time.AddMinutes(2).ToUnixTimeMilliseconds());
        first.GetProperty("severity_id").GetInt32().ShouldBe(5);
        first.GetProperty("metadata").GetProperty("product").GetProperty("name").GetString().ShouldBe("LumenArgus");
        first.GetProperty("metadata").GetProperty("version").GetString().ShouldBe("1.3.0");
        first.GetProperty("actor").GetProperty("session").GetProperty("uid").GetString().ShouldBe("s-1");
        first.GetProperty("src_endpoint").GetProperty("ip").GetString().ShouldBe("192.0.2.1");
        first.GetProperty("data_security").GetProperty("category_id").GetInt32().ShouldBe(6);
        (events[1].GetProperty("action_id").GetInt32(), events[1].GetProperty("disposition_id").GetInt32()).ShouldBe((2, 2));
        events.Select(static each => each.GetProperty("finding_info").GetProperty("uid").GetString()).Distinct().Count().ShouldBe(2);
    }

    [Fact]
    public async Task Export_Ocsf_NothingKnownOfTheSender_HasNoActor()
    {
        await AuditEntries.WriteAsync(Folder, _clock, new AuditFileOptions(),
            [AuditEntries.Of(1, AuditEntries.Secret()) with { Session = SessionContext.Empty }, AuditEntries.Of(2, AuditEntries.Secret()) with { Session = new SessionContext { Username = "u" } }]);

        var events = (await ExportAsync("ocsf")).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(static line => JsonDocument.Parse(line).RootElement).ToArray();

        events[0].TryGetProperty("actor", out _).ShouldBeFalse();
        events[1].GetProperty("actor").GetProperty("user").GetProperty("name").GetString().ShouldBe("u");
    }

    [Fact]
    public async Task Export_Sarif_IsOneRunWithItsRules()
    {
        await AuditEntries.WriteAsync(Folder, _clock, new AuditFileOptions(), Enumerable.Range(0, 500).Select(static id => AuditEntries.Of(id, AuditEntries.Secret())));

        using var json = JsonDocument.Parse(await ExportAsync("sarif"));

        json.RootElement.GetProperty("version").GetString().ShouldBe("2.1.0");
        var run = json.RootElement.GetProperty("runs").EnumerateArray().ShouldHaveSingleItem();
        run.GetProperty("results").GetArrayLength().ShouldBe(500);
        var rule = run.GetProperty("tool").GetProperty("driver").GetProperty("rules").EnumerateArray().ShouldHaveSingleItem();
        rule.GetProperty("id").GetString().ShouldBe("secrets.aws_access_key");
        run.GetProperty("results")[7].GetProperty("ruleIndex").GetInt32().ShouldBe(0);
        run.GetProperty("results")[7].GetProperty("level").GetString().ShouldBe("error");
    }

    [Theory]
    [InlineData("csv")]
    [InlineData("ocsf")]
    [InlineData("sarif")]
    public async Task Export_NothingInRange_IsStillWhole(string format)
    {
        await WriteAsync(1, new AuditFileOptions());

        var text = await ExportAsync(format, since: AuditEntries.Time.AddYears(50));

        if (format == "sarif")
        {
            JsonDocument.Parse(text).Dispose();
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Export_ToAFile_IsPrivateAndReplacesIt(bool exists)
    {
        await WriteAsync(1, new AuditFileOptions());
        var path = exists ? _temp.Write("out.jsonl", new string('x', 10_000)) : _temp.File("out.jsonl");

        (await Application().ExportAsync(new AuditExportOptions { OutputPath = path }, CancellationToken.None)).ShouldBe(0);

        File.ReadAllText(path).ShouldBe(File.ReadAllText(AuditFolder.Files(Folder)[0]));
        if (!OperatingSystem.IsWindows())
        {
            File.GetUnixFileMode(path).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }
    }

    [Fact]
    public async Task Export_ToAFileOfTheLog_IsRefused()
    {
        await WriteAsync(1, new AuditFileOptions());
        var file = AuditFolder.Files(Folder)[0];
        var content = await File.ReadAllTextAsync(file);

        (await Application().ExportAsync(new AuditExportOptions { OutputPath = file }, CancellationToken.None)).ShouldBe(1);
        File.CreateSymbolicLink(_temp.File("link"), file);
        (await Application().ExportAsync(new AuditExportOptions { OutputPath = _temp.File("link") }, CancellationToken.None)).ShouldBe(1);

        _error.ToString().ShouldContain("is a file of the audit log itself");
        (await File.ReadAllTextAsync(file)).ShouldBe(content);
    }

    [Theory]
    [InlineData("jsonl")]
    [InlineData("csv")]
    [InlineData("ocsf")]
    [InlineData("sarif")]
    public async Task Export_LineWithABrokenName_DoesNotEndIt(string format)
    {
        await WriteAsync(1, new AuditFileOptions());
        await File.AppendAllTextAsync(AuditFolder.Files(Folder)[0],
            """
            {"timestamp":"2026-03-16T14:30:00Z","findings":[],"\ud800 is half a character":1}
            {"\ud800 is half a character":1,"timestamp":"2026-03-16T14:30:00Z","findings":[{"type":"t","\ud800 is half a character":1}]}

            """);

        (await ExportAsync(format)).ShouldNotBeEmpty();
        _error.ToString().ShouldContain("1 line(s) could not be read");
    }

    [Fact]
    public async Task Export_NoFiles_Fails()
    {
        (await Application().ExportAsync(new AuditExportOptions(), CancellationToken.None)).ShouldBe(1);
        _error.ToString().ShouldContain("no audit file");
    }

    [Fact]
    public async Task Verify_WholeFolder_IsFine()
    {
        await WriteAsync(3, new AuditFileOptions { HashChain = true });

        (await VerifyAsync()).ShouldBe(0);
        _output.ToString().ShouldContain("3 line(s), whole; last hash ");
    }

    [Fact]
    public async Task Verify_ChangedLine_IsNamed()
    {
        await WriteAsync(3, new AuditFileOptions { HashChain = true });
        var file = AuditFolder.Files(Folder)[0];
        await File.WriteAllTextAsync(file, (await File.ReadAllTextAsync(file)).Replace("\"request_id\":1,", "\"request_id\":9,", StringComparison.Ordinal));

        (await VerifyAsync(file)).ShouldBe(1);
        _output.ToString().ShouldContain($"{file}: BROKEN at line 3: it does not follow line 2");
    }

    [Fact]
    public async Task Verify_ExpectedHashMissing_Fails()
    {
        await WriteAsync(3, new AuditFileOptions { HashChain = true });

        (await Application().VerifyAsync(new AuditVerifyOptions { Expect = new string('a', 64) }, CancellationToken.None)).ShouldBe(1);
        _output.ToString().ShouldContain("no line has the expected hash");
    }

    [Fact]
    public async Task Verify_NoSuchFile_Fails()
    {
        (await VerifyAsync(_temp.File("missing"))).ShouldBe(1);
        _error.ToString().ShouldContain("no audit file in");
    }

    private Task WriteAsync(int count, AuditFileOptions options) =>
        AuditEntries.WriteAsync(Folder, _clock, options, Enumerable.Range(0, count).Select(static id => AuditEntries.Of(id)));

    private Task<int> VerifyAsync(params string[] paths) => Application().VerifyAsync(new AuditVerifyOptions { Paths = [.. paths] }, CancellationToken.None);

    private async Task<string> ExportAsync(string format, DateTimeOffset? since = null, DateTimeOffset? until = null)
    {
        (await Application().ExportAsync(new AuditExportOptions { Format = format, Since = since, Until = until }, CancellationToken.None)).ShouldBe(0);
        return Encoding.UTF8.GetString(_bytes.ToArray());
    }

    private AuditApplication Application() => new(() => _bytes, _output, _error, name => name == "LUMEN_ARGUS_HOME" ? _temp.Root : null);
}
