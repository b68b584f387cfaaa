using LumenArgus.Abstractions.Model;
using LumenArgus.Host.Terminal;

namespace LumenArgus.Tests.Host;

public sealed class JsonTerminalFormatTests
{
    private readonly JsonTerminalFormat _format = new();

    [Fact]
    public void Response_WithAFinding_IsALineOfItsOwn()
    {
        var line = new JsonTerminalFormat().Response(Records.Exchange(PolicyAction.Alert, Records.Secret()) with { IsResponse = true })!;
        using var json = System.Text.Json.JsonDocument.Parse(line);
        json.RootElement.GetProperty("event").GetString().ShouldBe("response");
        json.RootElement.GetProperty("findings")[0].GetProperty("type").GetString().ShouldBe("aws_access_key");
        line.ShouldNotContain(Records.Canary);
        new JsonTerminalFormat().Response(Records.Exchange()).ShouldBeNull();
    }

    [Fact]
    public void Started_HasAddress() => _format.Started(StartBannerTests.Info()).ShouldBe("""{"event":"start","bind":"127.0.0.1","port":8080}""");

    [Fact]
    public void Request_HasTheDocumentedFields() => _format.Request(Records.Exchange(PolicyAction.Alert, Records.Secret(2), Records.Email())).ShouldBe(
        """{"event":"request","request_id":7,"exchange_id":"01900000-0000-7000-8000-000000000000","method":"POST","path":"/v1/messages","model":"claude-opus-4-6","req_bytes":88300,"resp_bytes":1500,"duration_ms":2312,"action":"alert","findings":[{"detector":"secrets","type":"aws_access_key","severity":"critical","location":"messages[0].content","action":"alert","count":2},{"detector":"pii","type":"email","severity":"warning","location":"messages[1].content","action":"alert"}],"scan_ms":12.35}""");

    [Fact]
    public void Error_HasIdAndText() => _format.Error(7, "upstream\nclosed").ShouldBe("""{"event":"error","request_id":7,"error":"upstream\nclosed"}""");

    [Fact]
    public void Stopped_HasTheStatistics()
    {
        var statistics = new SessionStatistics();
        statistics.Add(Records.Exchange(PolicyAction.Alert, Records.Secret()));

        var line = _format.Stopped(statistics.Snapshot(), 0);

        line.ShouldStartWith("""{"event":"shutdown","stats":{"total_requests":1,"total_bytes_scanned":80000,"actions":{"alert":1},"providers":{"anthropic":1},"finding_types":{"aws_access_key":1},"avg_scan_ms":12.3""");
        line.ShouldContain(",\"p95_scan_ms\":");
    }
}
