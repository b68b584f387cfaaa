using System.Net;
using System.Text;
using LumenArgus.Abstractions.Model;
using LumenArgus.Inspection.Configuration;
using LumenArgus.Testing.Plugins;
using LumenArgus.Testing.StandIn;

namespace LumenArgus.FunctionalTests.Product;

/// <summary>A plugin with the hook response_scan sees a response before the caller does.</summary>
public sealed class ResponseHookTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Pass_ResponseGoesOnInItsOwnBytes(bool isStream)
    {
        await using var provider = await StandInProvider.StartAsync();
        await using var direct = new ProviderClient(provider.BaseAddress);
        await using var host = await StartAsync(provider, "word that is not there");
        var body = Bodies.Anthropic("hello", isStream);
        using var expected = await direct.PostAsync(body);
        using var response = await host.PostAsync("/v1/messages", body);
        host.ShouldAnswer(response, HttpStatusCode.OK);
        response.Content.Headers.ContentType.ShouldBe(expected.Content.Headers.ContentType);
        response.Content.Headers.ContentLength.ShouldBe(expected.Content.Headers.ContentLength);
        (await response.Content.ReadAsByteArrayAsync()).ShouldBe(await expected.Content.ReadAsByteArrayAsync());
        (await host.Sink.NextResponseAsync()).Scan.Action.ShouldBe(PolicyAction.Pass);
        await host.StopAsync();
        host.Logs.ShouldContain("hook response_scan called with");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Block_CallerGets400InTheProvidersShapeAndNothingElse(bool isStream)
    {
        await using var provider = await StandInProvider.StartAsync();
        provider.Script = _ => isStream
            ? StandInAnswer.Events([ResponseScanTests.Delta("for"), ResponseScanTests.Delta("bidden")])
            : StandInAnswer.Plain("""{"content":[{"type":"text","text":"forbidden"}]}""");
        await using var host = await StartAsync(provider, "forbidden");
        using var response = await host.PostAsync("/v1/messages", Bodies.Anthropic("hello", isStream));
        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        var text = await response.Content.ReadAsStringAsync();
        text.ShouldStartWith("{\"type\":\"error\"");
        text.ShouldContain("Response blocked: unwanted_word at response.content");
        text.ShouldNotContain("forbidden");
        var record = await host.Sink.NextResponseAsync();
        record.Scan.Action.ShouldBe(PolicyAction.Block);
        host.AuditText().ShouldContain("unwanted_word");
        (await host.Sink.NextCompletedAsync()).StatusCode.ShouldBe(400);
    }

    [Theory]
    [InlineData("Mcp-Session-Id", "s-1")]
    [InlineData("Mcp-Protocol-Version", "2025-06-18")]
    public async Task Header_OfAnotherProtocol_TakesNoAnswerAwayFromTheHook(string name, string value)
    {
        await using var provider = await StandInProvider.StartAsync();
        provider.Script = static _ => StandInAnswer.Plain("""{"content":[{"type":"text","text":"forbidden"}]}""");
        await using var host = await StartAsync(provider, "forbidden");
        using var response = await host.PostAsync("/v1/messages", Bodies.Anthropic("hello"), (name, value));
        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await response.Content.ReadAsStringAsync()).ShouldContain("Response blocked");
    }

    [Theory]
    [InlineData(FailMode.Open, HttpStatusCode.OK)]
    [InlineData(FailMode.Closed, HttpStatusCode.BadRequest)]
    public async Task Hook_ThatThrows_GoesByTheFailTable(FailMode mode, HttpStatusCode status)
    {
        await using var provider = await StandInProvider.StartAsync();
        await using var host = await StartAsync(provider, judge: null, fail: "response_scan", mode);
        using var response = await host.PostAsync("/v1/messages", Bodies.Anthropic("hello"));
        response.StatusCode.ShouldBe(status);
        var finding = (await host.Sink.NextResponseAsync()).Scan.Findings.ShouldHaveSingleItem();
        (finding.Type, finding.Location).ShouldBe(("scan_error", "response.response_scan"));
    }

    [Fact]
    public async Task Hook_ThatNeverAnswers_HoldsTheResponseUntilItsBudgetIsSpent()
    {
        await using var provider = await StandInProvider.StartAsync();
        await using var host = await StartAsync(provider, "never");
        using var response = await host.PostAsync("/v1/messages", Bodies.Anthropic("hello"));
        host.ShouldAnswer(response, HttpStatusCode.OK);
        (await host.Sink.NextResponseAsync()).Scan.Findings.ShouldHaveSingleItem().Detail.ShouldBe("the response_scan hook of plugin test.hooks ran over its budget");
    }

    [Theory]
    [InlineData(FailMode.Open, HttpStatusCode.OK)]
    [InlineData(FailMode.Closed, HttpStatusCode.BadRequest)]
    public async Task Response_TooLargeToBeHeld_GoesByTheFailTable(FailMode mode, HttpStatusCode status)
    {
        var body = new string('x', 400_000);
        await using var provider = await StandInProvider.StartAsync();
        provider.Script = _ => StandInAnswer.Plain(body, contentType: "text/plain");
        await using var host = await StartAsync(provider, "forbidden", mode: mode, maxSize: 2000);
        using var response = await host.PostAsync("/v1/messages", Bodies.Anthropic("hello"));
        response.StatusCode.ShouldBe(status);
        if (mode == FailMode.Open)
        {
            (await response.Content.ReadAsStringAsync()).ShouldBe(body);
        }

        (await host.Sink.NextResponseAsync()).Scan.Findings.ShouldHaveSingleItem().Type.ShouldBe("unscanned");
    }

    [Fact]
    public async Task Provider_ThatCutsAHeldResponse_IsA502BecauseNothingWasSent()
    {
        await using var provider = await StandInProvider.StartAsync();
        provider.Script = static _ => StandInAnswer.CutAfter([Encoding.UTF8.GetBytes(ResponseScanTests.Delta("x"))]);
        await using var host = await StartAsync(provider, "forbidden");
        using var response = await host.PostAsync("/v1/messages", Bodies.Anthropic("hello", stream: true));
        response.StatusCode.ShouldBe(HttpStatusCode.BadGateway);
    }

    [Fact]
    public async Task Hook_WithoutAStage_IsNotAsked()
    {
        await using var provider = await StandInProvider.StartAsync();
        provider.Script = static _ => StandInAnswer.Plain("forbidden", contentType: "text/plain");
        await using var host = await StartAsync(provider, "forbidden", isOn: false);
        using var response = await host.PostAsync("/v1/messages", Bodies.Anthropic("hello"));
        host.ShouldAnswer(response, HttpStatusCode.OK);
    }

    private static Task<ProductHost> StartAsync(
        StandInProvider provider,
        string? judge,
        string? fail = null,
        FailMode mode = FailMode.Open,
        int maxSize = 1024 * 1024,
        bool isOn = true)
    {
        var settings = new SettingMap(SettingMap.Empty.Values.SetItem("judge", judge).SetItem("fail", fail));
        return ProductHost.StartAsync(
            provider.BaseAddress,
            config => config with
            {
                Fail = config.Fail with { Hook = mode, Oversize = mode },
                Pipeline = config.Pipeline with { ResponseSecrets = isOn, ResponseMaxSize = maxSize },
                Plugins = config.Plugins with { ById = config.Plugins.ById.SetItem("test.hooks", new PluginConfig { Settings = settings }) },
            },
            static folder => folder.With(TestPlugins.Hooks));
    }

    private sealed class ProviderClient(Uri address) : IAsyncDisposable
    {
        private readonly HttpClient _client = new() { BaseAddress = address };

        public async Task<HttpResponseMessage> PostAsync(string body)
        {
            using var content = new StringContent(body, Encoding.UTF8, "application/json");
            using var request = new HttpRequestMessage(HttpMethod.Post, "/v1/messages") { Content = content };

            // As the other client: one that waits for the body makes up a length.
            return await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        }

        public ValueTask DisposeAsync()
        {
            _client.Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
