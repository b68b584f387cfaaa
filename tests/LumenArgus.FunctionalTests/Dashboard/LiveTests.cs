using System.Net.WebSockets;
using System.Text.Json;
using LumenArgus.FunctionalTests.Product;

namespace LumenArgus.FunctionalTests.Dashboard;

/// <summary>Who looks sees what happens while it happens, and what he missed.</summary>
public sealed class LiveTests
{
    [Fact]
    public async Task Request_WithAFinding_IsToldWithTheNumberOfItsRow()
    {
        await using var fixture = await DashboardFixture.StartAsync();
        using var live = await LiveReader.ConnectAsync(fixture.Server);

        await fixture.PromptAsync($"key {Bodies.AwsKey}");

        using var scan = JsonDocument.Parse(await live.NextAsync("scan"));
        (scan.RootElement.GetProperty("findings_count").GetInt32(), scan.RootElement.GetProperty("client").GetString()).ShouldBe((1, "claude_code"));
        using var finding = JsonDocument.Parse(await live.NextAsync("finding"));
        finding.RootElement.GetProperty("type").GetString().ShouldBe("aws_access_key");
        var id = finding.RootElement.GetProperty("id").GetInt64();
        (await fixture.Client.GetAsync($"/api/v1/findings/{id}")).Json.GetProperty("finding_type").GetString().ShouldBe("aws_access_key");
        (await fixture.Client.GetAsync("/api/v1/status")).Json.GetProperty("dashboard").GetProperty("live_clients").GetInt32().ShouldBe(1);
    }

    [Fact]
    public async Task Finding_SeenAgain_IsToldOnce()
    {
        await using var fixture = await DashboardFixture.StartAsync();
        using var live = await LiveReader.ConnectAsync(fixture.Server);
        await fixture.PromptAsync($"key {Bodies.AwsKey}");
        await fixture.PromptAsync($"again key {Bodies.AwsKey}", findings: 0);
        await fixture.PromptAsync($"key {Bodies.AwsKey}", session: "s2");

        var sessions = new List<string?>();
        for (var i = 0; i < 2; i++)
        {
            using var finding = JsonDocument.Parse(await live.NextAsync("finding"));
            sessions.Add(finding.RootElement.GetProperty("session_id").GetString());
        }

        sessions.ShouldBe(["s1", "s2"]);
    }

    [Fact]
    public async Task Reader_ThatComesAgain_GetsWhatHeMissed()
    {
        await using var fixture = await DashboardFixture.StartAsync();
        string? last;
        using (var live = await LiveReader.ConnectAsync(fixture.Server))
        {
            await fixture.PromptAsync($"key {Bodies.AwsKey}");
            await live.NextAsync("finding");
            last = live.LastId;
        }

        await fixture.PromptAsync($"key {Bodies.AwsKey}", session: "s2");

        using var again = await LiveReader.ConnectAsync(fixture.Server, last);
        using var scan = JsonDocument.Parse(await again.NextAsync("scan"));
        scan.RootElement.GetProperty("session_id").GetString().ShouldBe("s2");
    }

    [Fact]
    public async Task Reader_ThatWasCutBeforeTheFirstEvent_GetsWhatHeMissed()
    {
        await using var fixture = await DashboardFixture.StartAsync();
        string? place;
        using (var live = await LiveReader.ConnectAsync(fixture.Server))
        {
            place = live.LastId;
        }

        await fixture.PromptAsync($"key {Bodies.AwsKey}");

        using var again = await LiveReader.ConnectAsync(fixture.Server, place.ShouldNotBeNull());
        await again.NextAsync("finding");
    }

    [Theory]
    [InlineData("other-5")]
    [InlineData("x")]
    public async Task Reader_OfAnotherProcess_ReadsAgain(string lastId)
    {
        await using var fixture = await DashboardFixture.StartAsync();

        using var live = await LiveReader.ConnectAsync(fixture.Server, lastId);

        (await live.NextAsync()).Name.ShouldBe("reset");
    }

    [Fact]
    public async Task WebSocket_OpenedAndClosed_IsTold()
    {
        await using var fixture = await DashboardFixture.StartAsync(static config => config with { Pipeline = config.Pipeline with { WebSocketOutbound = true } });
        using var live = await LiveReader.ConnectAsync(fixture.Server);
        using var limit = Limits.Token();
        using (var socket = new ClientWebSocket())
        {
            await socket.ConnectAsync(new Uri($"ws://127.0.0.1:{fixture.Host.Port}/v1/responses"), limit.Token);
            await socket.SendAsync("""{"type":"session.update"}"""u8.ToArray(), WebSocketMessageType.Text, endOfMessage: true, limit.Token);
            await socket.CloseAsync(WebSocketCloseStatus.NormalClosure, "", limit.Token);
        }

        using var opened = JsonDocument.Parse(await live.NextAsync("ws_connection"));
        using var closed = JsonDocument.Parse(await live.NextAsync("ws_connection"));

        (opened.RootElement.GetProperty("event").GetString(), closed.RootElement.GetProperty("event").GetString()).ShouldBe(("open", "close"));
        closed.RootElement.GetProperty("connection_id").GetString().ShouldBe(opened.RootElement.GetProperty("connection_id").GetString());
        closed.RootElement.GetProperty("close_code").GetInt32().ShouldBe(1000);
        closed.RootElement.GetProperty("frames_sent").GetInt64().ShouldBePositive();
    }

    [Fact]
    public async Task Changes_AreTold()
    {
        await using var fixture = await DashboardFixture.StartAsync();
        using var live = await LiveReader.ConnectAsync(fixture.Server);

        await fixture.Client.SendAsync(HttpMethod.Put, "/api/v1/config", """{"proxy.mode":"passthrough"}""");
        (await live.NextAsync("mode-changed")).ShouldBe("""{"mode":"passthrough"}""");
        await fixture.Client.SendAsync(HttpMethod.Put, "/api/v1/rules/aws_access_key", """{"enabled":false}""");
        await live.NextAsync("rules");
        await fixture.Client.SendAsync(HttpMethod.Put, "/api/v1/config", """{"default_action":"block"}""");
        await live.NextAsync("config");
    }
}
