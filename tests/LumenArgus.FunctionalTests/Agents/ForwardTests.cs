using System.Net;
using System.Text.Json;
using LumenArgus.Abstractions.Model;
using LumenArgus.FunctionalTests.Product;
using LumenArgus.Inspection.Configuration;
using LumenArgus.Testing.Plugins;
using LumenArgus.Testing.StandIn;
using LumenArgus.Testing.WebSockets;
using RawConnection = LumenArgus.Testing.RawHttp.RawConnection;

namespace LumenArgus.FunctionalTests.Agents;

/// <summary>Requests that an agent has taken out of their way: who may send them, where they go, and what is recorded of them.</summary>
public sealed class ForwardTests
{
    private const string Anthropic = "api.anthropic.com";
    private static readonly (string Name, string Value) ToAnthropic = ("X-Lumen-Forward-Host", Anthropic);

    [Fact]
    public async Task Forward_LocalCallerWithoutAPlugin_GoesToTheProviderOfItsHostAndIsRecordedAsForwarded()
    {
        await using var provider = await StandInProvider.StartAsync();
        await using var host = await ProductHost.StartAsync(provider.BaseAddress);

        for (var i = 0; i < 2; i++)
        {
            using var response = await host.PostAsync(
                "/_forward/v1/messages?beta=true", Bodies.Anthropic($"key {Bodies.AwsKey}"), ToAnthropic, ("X-Lumen-Argus-Agent-Token", "t"), ("X-Lumen-Argus-Hostname", "forged"),
                ("X-Lumen-Other", "x"), ("x-api-key", "k"));
            host.ShouldAnswer(response, HttpStatusCode.OK);
            (await response.Content.ReadAsStringAsync()).ShouldContain(StandInProvider.Sentence);
        }

        var sent = provider.Requests[0];
        sent.RawTarget.ShouldBe("/v1/messages?beta=true");
        sent.Headers.ShouldNotContain(static header => header.Key.StartsWith("x-lumen", StringComparison.OrdinalIgnoreCase));
        sent.HeaderValues("x-api-key").ShouldBe(["k"]);
        var record = await host.Sink.NextCompletedAsync();
        (record.Provider, record.Path, record.Session.InterceptMode, record.Session.OriginalHost, record.Session.ApiFormat, record.Session.Hostname)
            .ShouldBe(("anthropic", "/_forward/v1/messages", "forward", Anthropic, "anthropic", null));
        var row = (await StoreRows.WaitAsync(host, static rows => rows.Count > 0))[0];
        (row.InterceptMode, row.OriginalHost, row.Provider, row.Hostname).ShouldBe(("forward", Anthropic, "anthropic", ""));
        System.Text.RegularExpressions.Regex.Count(host.Logs, "trusting local callers").ShouldBe(1);
        host.Logs.ShouldContain("#1 /_forward: no plugin tells agents apart");
    }

    [Fact]
    public async Task Forward_WithAFindingThatBlocks_IsAnsweredInTheShapeOfItsProvider()
    {
        await using var provider = await StandInProvider.StartAsync();
        await using var host = await ProductHost.StartAsync(provider.BaseAddress, static config => config with { DefaultAction = PolicyAction.Block });

        using var response = await host.PostAsync("/_forward/v1/messages", Bodies.Anthropic(Bodies.AwsKey), ToAnthropic);

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await response.Content.ReadAsStringAsync()).ShouldStartWith("""{"type":"error","error":{"type":"invalid_request_error","message":"[lumen-argus] Request blocked: aws_access_key""");
        provider.Requests.ShouldBeEmpty();
        using var line = JsonDocument.Parse(host.AuditText());
        (line.RootElement.GetProperty("intercept_mode").GetString(), line.RootElement.GetProperty("original_host").GetString()).ShouldBe(("forward", Anthropic));
    }

    [Fact]
    public async Task Forward_ListedHostInAPrivateNetwork_IsReachedWithoutTls()
    {
        await using var provider = await StandInProvider.StartAsync();
        await using var host = await ProductHost.StartAsync(
            new Uri("http://127.0.0.1:9"),
            config => config with { Proxy = config.Proxy with { ForwardHosts = [$"127.0.0.1:{provider.BaseAddress.Port}"] } });

        using var response = await host.PostAsync("/_forward/v1/chat/completions", """{"model":"m","messages":[]}""", To(provider.BaseAddress));

        host.ShouldAnswer(response, HttpStatusCode.OK);
        provider.Requests.ShouldHaveSingleItem().RawTarget.ShouldBe("/v1/chat/completions");
        (await host.Sink.NextCompletedAsync()).Session.OriginalHost.ShouldBe("127.0.0.1");
    }

    [Fact]
    public async Task Forward_StreamedAnswer_ComesAsItArrives()
    {
        using var gate = new ChunkGate();
        await using var provider = await StandInProvider.StartAsync();
        provider.Script = _ => StandInAnswer.Events(["event: ping\ndata: {}\n\n", "event: ping\ndata: {}\n\n"], gate);
        await using var host = await ProductHost.StartAsync(provider.BaseAddress);
        gate.Release();
        using var response = await host.PostAsync("/_forward/v1/messages", Bodies.Anthropic("hello", stream: true), ToAnthropic);
        using var events = new StreamReader(await response.Content.ReadAsStreamAsync());

        (await events.ReadLineAsync(Limits.Token().Token)).ShouldBe("event: ping");
        gate.Release();
        (await events.ReadToEndAsync(Limits.Token().Token)).ShouldEndWith("event: ping\ndata: {}\n\n");
    }

    [Theory]
    [InlineData("evil.example")]
    [InlineData("api.github.com")]
    [InlineData("169.254.169.254")]
    [InlineData("127.0.0.1")]
    [InlineData("api.anthropic.com.evil.example")]
    public async Task Forward_HostThatIsNoProvider_IsForbidden(string target)
    {
        await using var host = await ProductHost.StartAsync(new Uri("http://127.0.0.1:9"));

        using var response = await host.PostAsync("/_forward/v1/messages", Bodies.Anthropic("hello"), ("X-Lumen-Forward-Host", target));

        response.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        await ShouldBeErrorAsync(response, "forbidden_target");
    }

    [Theory]
    [InlineData("/_forward/v1/messages")]
    [InlineData("/_forward/v1/messages", "X-Lumen-Forward-Host", "a.example:443")]
    [InlineData("/_forward/v1/messages", "X-Lumen-Forward-Host", Anthropic, "X-Lumen-Forward-Port", "x")]
    [InlineData("/_forward", "X-Lumen-Forward-Scheme", "https")]
    public async Task Forward_HeadersMissingOrWrong_AreAnError(string path, params string[] headers)
    {
        await using var provider = await StandInProvider.StartAsync();
        await using var host = await ProductHost.StartAsync(provider.BaseAddress);

        using var response = await host.PostAsync(path, Bodies.Anthropic("hello"), [.. headers.Chunk(2).Select(static pair => (pair[0], pair[1]))]);

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        await ShouldBeErrorAsync(response, "proxy_error");
        provider.Requests.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("evil.example", "forbidden_host")]
    [InlineData("evil.example:8080", "forbidden_host")]
    [InlineData("api.anthropic.com", "forbidden_host")]
    [InlineData("localhost:8080", null)]
    [InlineData("[::1]:8080", null)]
    public async Task Forward_UnderANameThatCouldBeMadeToLeadHere_IsRefusedBeforeTheBody(string name, string? error)
    {
        await using var host = await ProductHost.StartAsync(new Uri("http://127.0.0.1:9"));

        await ShouldBeRefusedBeforeTheBodyAsync(host, name, "", error is null ? 400 : 403, error ?? "proxy_error");
    }

    [Fact]
    public async Task Forward_ListenerThatOthersReach_NeedsAPluginAndIsRefusedBeforeTheBody()
    {
        await using var host = await ProductHost.StartAsync(
            new Uri("http://127.0.0.1:9"), static config => config with { Proxy = config.Proxy with { Bind = "0.0.0.0" } });

        await ShouldBeRefusedBeforeTheBodyAsync(host, "127.0.0.1", "X-Lumen-Forward-Host: api.anthropic.com\r\n", 403, "authentication_error");
    }

    [Theory]
    [InlineData(null, 403)]
    [InlineData("bad", 401)]
    [InlineData("throw", 503)]
    [InlineData("null", 503)]
    [InlineData("nameless", 503)]
    [InlineData("hang", 503)]
    public async Task Forward_WithAPluginThatDoesNotKnowTheAgent_IsRefusedBeforeTheBody(string? token, int status)
    {
        await using var host = await StartWithAgentsAsync(new Uri("http://127.0.0.1:9"));

        var proof = token is null ? "" : $"X-Lumen-Argus-Agent-Token: {token}\r\n";
        await ShouldBeRefusedBeforeTheBodyAsync(host, "127.0.0.1", "X-Lumen-Forward-Host: api.anthropic.com\r\n" + proof, status, "authentication_error");
        host.Logs.ShouldNotContain("trusting local callers");
    }

    [Fact]
    public async Task Forward_AgentThatThePluginKnows_IsLetInFromOutsideAndBelieved()
    {
        await using var provider = await StandInProvider.StartAsync();
        await using var host = await StartWithAgentsAsync(provider.BaseAddress, static config => config with { Proxy = config.Proxy with { Bind = "0.0.0.0" } });

        using var response = await host.PostAsync("/_forward/v1/messages", Bodies.Anthropic($"key {Bodies.AwsKey}"), [ToAnthropic, ("Host", "proxy.corp.example"), .. Claims("good")]);

        host.ShouldAnswer(response, HttpStatusCode.OK);
        provider.Requests.ShouldHaveSingleItem().Headers.ShouldNotContain(static header => header.Key.StartsWith("x-lumen", StringComparison.OrdinalIgnoreCase));
        var session = (await host.Sink.NextCompletedAsync()).Session;
        (session.AgentId, session.NamespaceId, session.DeviceId, session.Hostname, session.Username).ShouldBe(("agent-7", "4", "device-7", "laptop", "ada"));
        (session.WorkingDirectory, session.GitBranch, session.OsPlatform, session.AccountId, session.InterceptMode).ShouldBe(("/home/ada/shop", "main", "linux", "octo", "forward"));
        var row = (await StoreRows.WaitAsync(host, static rows => rows.Count > 0)).ShouldHaveSingleItem();
        (row.Hostname, row.Username, row.DeviceId, row.OriginalHost).ShouldBe(("laptop", "ada", "device-7", Anthropic));
    }

    [Theory]
    [InlineData("good", HttpStatusCode.OK, "laptop")]
    [InlineData("", HttpStatusCode.OK, null)]
    [InlineData("throw", HttpStatusCode.OK, null)]
    [InlineData("bad", HttpStatusCode.Unauthorized, null)]
    public async Task OrdinaryRoute_ClaimsOfAnAgent_CountIfThePluginKnowsIt(string token, HttpStatusCode status, string? hostname)
    {
        await using var provider = await StandInProvider.StartAsync();
        await using var host = await StartWithAgentsAsync(provider.BaseAddress);

        using var response = await host.PostAsync("/v1/messages", Bodies.Anthropic("hello"), Claims(token));
        using var plain = await host.PostAsync("/v1/messages", Bodies.Anthropic("hello"));

        (response.StatusCode, plain.StatusCode).ShouldBe((status, HttpStatusCode.OK));
        var session = (await host.Sink.NextCompletedAsync()).Session;
        (session.Hostname, session.InterceptMode ?? "reverse").ShouldBe((hostname, "reverse"));
    }

    [Fact]
    public async Task Plugin_ThatIsNotLoadedOrNotTheFirst_IsNamedAndNobodyIsLetIn()
    {
        await using var provider = await StandInProvider.StartAsync();
        await using var broken = await ProductHost.StartAsync(
            provider.BaseAddress, extensions: static folder => folder.With(TestPlugins.Secrets).AddWithEntryType(TestPlugins.Agents, "No.Such.Type"));

        await ShouldBeRefusedBeforeTheBodyAsync(broken, "127.0.0.1", "X-Lumen-Forward-Host: api.anthropic.com\r\nX-Lumen-Argus-Agent-Token: good\r\n", 503, "authentication_error");
        (await broken.Client.GetStringAsync("/health")).ShouldContain("no agent can prove itself: plugin test.agents");
        broken.Extensions.Remove(TestPlugins.Agents.Id);
        await broken.Product.ReloadAsync(wanted: null, [], Limits.Token().Token);
        (await broken.Client.GetStringAsync("/health")).ShouldContain("\"degraded\":false");
        using var local = await broken.PostAsync("/_forward/v1/messages", Bodies.Anthropic("hello"), ToAnthropic);
        broken.ShouldAnswer(local, HttpStatusCode.OK);

        await using var two = await ProductHost.StartAsync(
            provider.BaseAddress,
            config => WithToken(WithToken(config, "test.agents", "first"), "test.agents.second", "second"),
            static folder => folder.With(TestPlugins.Secrets, TestPlugins.Agents).AddAs(TestPlugins.Agents, "test.agents.second", "test.agents"));
        (await two.Client.GetStringAsync("/health")).ShouldContain("agents are not asked for by plugin test.agents.second: plugin test.agents has an agent auth provider too");
        using var first = await two.PostAsync("/_forward/v1/messages", Bodies.Anthropic("hello"), [ToAnthropic, .. Claims("first")]);
        using var second = await two.PostAsync("/_forward/v1/messages", Bodies.Anthropic("hello"), [ToAnthropic, .. Claims("second")]);
        (first.StatusCode, second.StatusCode).ShouldBe((HttpStatusCode.OK, HttpStatusCode.Unauthorized));
    }

    [Fact]
    public async Task WebSocket_ThroughForward_PassesTheSameGateAndIsRelayed()
    {
        await using var upstream = new RawWebSocketServer();
        await using var host = await StartWithAgentsAsync(new Uri("http://127.0.0.1:9"), config => config with
        {
            Pipeline = config.Pipeline with { WebSocketOutbound = true },
            Proxy = config.Proxy with { ForwardHosts = ["127.0.0.1"] },
        });
        var headers = $"X-Lumen-Forward-Host: 127.0.0.1\r\nX-Lumen-Forward-Scheme: http\r\nX-Lumen-Forward-Port: {upstream.Port}\r\n";

        using var refused = await RawWebSocket.ConnectAsync(host.Port, "/_forward/v1/responses", headers, Limits.Token().Token);
        refused.Head.StartLine.ShouldStartWith("HTTP/1.1 403 ");
        using var client = await RawWebSocket.ConnectAsync(host.Port, "/_forward/v1/responses", headers + "X-Lumen-Argus-Agent-Token: good\r\n", Limits.Token().Token);
        client.Head.StartLine.ShouldStartWith("HTTP/1.1 101 ");
        using var server = await upstream.NextAsync(Limits.Token().Token);
        (server.Head.StartLine, server.Head.Values("X-Lumen-Argus-Agent-Token").Count).ShouldBe(("GET /v1/responses HTTP/1.1", 0));
    }

    // The body never comes: an answer shows that nobody waits for it.
    private static async Task ShouldBeRefusedBeforeTheBodyAsync(ProductHost host, string name, string headers, int status, string type)
    {
        using var limit = Limits.Token();
        using var connection = await RawConnection.ConnectAsync(host.Port, limit.Token);
        await connection.SendAsync(
            $"POST /_forward/v1/messages HTTP/1.1\r\nHost: {name}\r\nContent-Type: application/json\r\nContent-Length: 100\r\nExpect: 100-continue\r\n{headers}\r\n", limit.Token);
        var head = (await connection.ReadHeadAsync(limit.Token)).ShouldNotBeNull();
        head.StartLine.ShouldStartWith($"HTTP/1.1 {status} ");
        using var body = JsonDocument.Parse(await connection.ReadBodyAsync(head, limit.Token));
        body.RootElement.GetProperty("error").GetProperty("type").GetString().ShouldBe(type);
    }

    private static async Task ShouldBeErrorAsync(HttpResponseMessage response, string type)
    {
        using var body = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
        body.RootElement.GetProperty("error").GetProperty("type").GetString().ShouldBe(type);
    }

    private static (string Name, string Value)[] To(Uri server) =>
        [("X-Lumen-Forward-Host", server.Host), ("X-Lumen-Forward-Scheme", server.Scheme), ("X-Lumen-Forward-Port", server.Port.ToString(System.Globalization.CultureInfo.InvariantCulture))];

    private static (string Name, string Value)[] Claims(string token) =>
    [
        .. token.Length > 0 ? new[] { ("X-Lumen-Argus-Agent-Token", token) } : [],
        ("X-Lumen-Argus-Hostname", "laptop"), ("X-Lumen-Argus-Username", "ada"), ("X-Lumen-Argus-Working-Dir", "/home/ada/shop"), ("X-Lumen-Argus-Git-Branch", "main"),
        ("X-Lumen-Argus-OS-Platform", "linux"), ("X-Lumen-Argus-Account-Id", "octo"), ("X-Lumen-Argus-Device-Id", "said"),
    ];

    private static Task<ProductHost> StartWithAgentsAsync(Uri upstream, Func<LumenArgusConfig, LumenArgusConfig>? configure = null) =>
        ProductHost.StartAsync(upstream, configure, static folder => folder.With(TestPlugins.Secrets, TestPlugins.Agents));

    private static LumenArgusConfig WithToken(LumenArgusConfig config, string plugin, string token) => config with
    {
        Plugins = config.Plugins with
        {
            ById = config.Plugins.ById.SetItem(plugin, PluginConfig.Default with { Settings = new SettingMap(SettingMap.Empty.Values.SetItem("token", token)) }),
        },
    };
}
