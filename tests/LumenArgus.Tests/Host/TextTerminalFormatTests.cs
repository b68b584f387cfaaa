using LumenArgus.Abstractions.Model;
using LumenArgus.Host.Terminal;
using LumenArgus.Inspection.Records;

namespace LumenArgus.Tests.Host;

public sealed class TextTerminalFormatTests
{
    private readonly TextTerminalFormat _plain = new(new Ansi(enabled: false));
    private readonly TextTerminalFormat _coloured = new(new Ansi(enabled: true));

    [Fact]
    public void Response_WithAFinding_SaysThatTheToolHasIt()
    {
        var record = Records.Exchange(PolicyAction.Alert, Records.Secret() with { Location = "response.content[0].text" }) with { IsResponse = true };
        var text = _plain.Response(record)!;
        text.ShouldContain("1 finding(s) detected in the response to request #7");
        text.ShouldContain("aws_access_key at response.content[0].text");
        text.ShouldEndWith("  The tool gets it all the same.");
        text.ShouldNotContain(Records.Canary);
    }

    [Fact]
    public void Request_Pass_IsOneLineInColumns() =>
        _plain.Request(Records.Exchange()).ShouldBe("  #7   POST /v1/messages         opus-4-6       88.3k->1.5k    2.3s  PASS");

    [Theory]
    [InlineData(0, 0, 0, "0B->0B     0ms")]
    [InlineData(999, 1_000, 999, "999B->1.0k   999ms")]
    [InlineData(999_949, 999_950, 999.6, "999.9k->1.0M    1.0s")]
    [InlineData(52_428_800, 1, 61_000, "52.4M->1B   61.0s")]
    public void Request_SizesAndDuration_AreShort(long sent, long received, double milliseconds, string expected) =>
        _plain.Request(Records.Exchange() with
        {
            RequestBytes = sent, ResponseBytes = received, Duration = TimeSpan.FromMilliseconds(milliseconds),
        }).ShouldContain(expected);

    [Fact]
    public void Request_Alert_NamesTheFindings() =>
        _plain.Request(Records.Exchange(PolicyAction.Alert, Records.Email(3), Records.Secret(47)))
            .ShouldBe("  #7   POST /v1/messages         opus-4-6       88.3k->1.5k    2.3s  ALERT  aws_access_key×47, email×3");

    [Fact]
    public void Warning_Alert_ListsTheWorstFirst() =>
        _plain.Warning(Records.Exchange(PolicyAction.Alert, Records.Email(3), Records.Secret(47))).ShouldBe("""
            lumen-argus: 2 finding(s) detected in request #7
              [CRITICAL] secrets: aws_access_key (x47) at messages[0].content
              [WARNING]  pii: email (x3) at messages[1].content
              The request is sent on to anthropic.
            """);

    [Fact]
    public void Warning_Block_SaysThatNothingIsSent() =>
        _plain.Warning(Records.Exchange(PolicyAction.Block, Records.Secret())).ShouldBe("""
            lumen-argus: 1 finding(s) detected in request #7
              [CRITICAL] secrets: aws_access_key at messages[0].content
              BLOCKED: nothing is sent.
            """);

    [Fact]
    public void Warning_Strip_SaysWhatIsSent() =>
        _plain.Warning(Records.Exchange(PolicyAction.Strip, Records.Secret())).ShouldBe("""
            lumen-argus: 1 finding(s) detected in request #7
              [CRITICAL] secrets: aws_access_key at messages[0].content
              STRIPPED: the request is sent on to anthropic without those parts of its history that would block it.
            """);

    [Fact]
    public void Request_Strip_NamesTheFindings() =>
        _plain.Request(Records.Exchange(PolicyAction.Strip, Records.Secret())).ShouldEndWith("  STRIP  aws_access_key (messages[0].content)");

    [Theory]
    [InlineData(PolicyAction.Pass)]
    [InlineData(PolicyAction.Log)]
    public void Warning_NothingToWarnOf_IsNone(PolicyAction action) => _plain.Warning(Records.Exchange(action, Records.Email())).ShouldBeNull();

    [Fact]
    public void Request_Log_IsOneLine() =>
        _plain.Request(Records.Exchange(PolicyAction.Log, Records.Email())).ShouldEndWith("  LOG  email (messages[1].content)");

    [Fact]
    public void Warning_FrameworkFinding_ShowsItsDetail() =>
        _plain.Warning(Records.Exchange(PolicyAction.Alert, new Finding
        {
            Detector = "proxy", Type = "scan_error", Severity = Severity.Critical, Location = "pipeline", Origin = FindingOrigin.Framework, Detail = "plugin acme.pii timed out",
        }))!.ShouldContain("\n  [CRITICAL] proxy: scan_error at pipeline: plugin acme.pii timed out\n");

    [Fact]
    public void Request_ManyFindings_AreCutNotLost()
    {
        var findings = Enumerable.Range(0, 12).Select(i => Records.Email() with { Type = $"type_{i:D2}" }).ToArray();

        var record = Records.Exchange(PolicyAction.Alert, findings);

        _plain.Request(record).ShouldEndWith("type_03 (messages[1].content), +8 more");
        _plain.Warning(record)!.ShouldContain("\n  ... and 2 more, see the audit log\n");
    }

    [Theory]
    [InlineData(PolicyAction.Pass, "\u001b[32mPASS\u001b[0m")]
    [InlineData(PolicyAction.Log, "\u001b[2mLOG\u001b[0m")]
    [InlineData(PolicyAction.Alert, "\u001b[33mALERT\u001b[0m")]
    [InlineData(PolicyAction.Redact, "\u001b[36mREDACT\u001b[0m")]
    [InlineData(PolicyAction.Block, "\u001b[1;31mBLOCK\u001b[0m")]
    public void Request_Colour_MarksTheAction(PolicyAction action, string expected) => _coloured.Request(Records.Exchange(action)).ShouldContain(expected);

    [Fact]
    public void Request_HostileText_CannotControlTheTerminal()
    {
        const string Hostile = "a\u001b[2J\r\n\u009b\u202eb\ud800";

        var record = Records.Exchange(PolicyAction.Alert, Records.Secret() with { Location = Hostile }) with { Model = Hostile, Path = Hostile, Method = Hostile };
        var text = _plain.Request(record) + "\n" + _plain.Warning(record);

        text.ShouldContain("a?[2J????b?");
        text.Where(character => character != '\n' && (char.IsControl(character) || char.IsSurrogate(character) || character == '\u202e')).ShouldBeEmpty();
        text.Split('\n').Length.ShouldBe(4);
    }

    [Fact]
    public void Request_MatchedText_IsNeverShown()
    {
        var record = Records.Exchange(PolicyAction.Alert, Records.Secret());

        _plain.Request(record).ShouldNotContain(Records.Canary);
        _plain.Warning(record)!.ShouldNotContain(Records.Canary);
        new JsonTerminalFormat().Request(record).ShouldNotContain(Records.Canary);

        // Negative control: the same search finds text in a field that is shown.
        _plain.Request(record with { Path = Records.Canary }).ShouldContain(Records.Canary);
        new JsonTerminalFormat().Request(record with { Path = Records.Canary }).ShouldContain(Records.Canary);
    }

    [Fact]
    public void Error_Text_IsOneLine() => _plain.Error(7, "upstream\nclosed").ShouldBe("  [ERROR] Request #7: upstream?closed");

    [Fact]
    public void Stopped_NoRequests_IsJustShutdown() => _plain.Stopped(new SessionStatistics().Snapshot(), 0).ShouldBe("  shutdown");

    [Fact]
    public void Stopped_Session_SumsUp()
    {
        var statistics = new SessionStatistics();
        foreach (var record in new ExchangeRecord[]
        {
            Records.Exchange(),
            Records.Exchange(PolicyAction.Alert, Records.Email(), Records.Email() with { Location = "system" }),
            Records.Exchange(PolicyAction.Block, Records.Secret()),
        })
        {
            statistics.Add(record);
        }

        _plain.Stopped(statistics.Snapshot(), 5).ShouldBe("""
              shutdown — 3 requests | 1 blocked | 1 alerts | avg scan 12.3ms
              findings: email×2, aws_access_key×1
              5 lines were not shown because the terminal was too slow; the audit log has them
            """);
    }
}
