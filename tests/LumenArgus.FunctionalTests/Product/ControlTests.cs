using System.Net;
using System.Text.Json;
using LumenArgus.Testing.Plugins;
using LumenArgus.Testing.StandIn;

namespace LumenArgus.FunctionalTests.Product;

public sealed class ControlTests
{
    [Fact]
    public async Task UnknownTraffic_NoProviderNamed_Is404AndGoesNowhere()
    {
        await using var provider = await StandInProvider.StartAsync();
        await using var host = await ProductHost.StartAsync(provider.BaseAddress);
        using var response = await host.PostAsync("/something", "{}", ("Authorization", "Bearer eyJhbGciOiJub25lIn0.e30."));
        response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        using var body = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
        body.RootElement.GetProperty("error").GetProperty("type").GetString().ShouldBe("unknown_provider");
        provider.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task NamedUpstream_ThatThereIsNot_IsSaidWithThoseThatThereAre()
    {
        await using var provider = await StandInProvider.StartAsync();
        await using var host = await ProductHost.StartAsync(provider.BaseAddress);
        using var response = await host.PostAsync($"/_upstream/{Bodies.AwsKey}/x", "{}");
        response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        var text = await response.Content.ReadAsStringAsync();
        text.ShouldContain("unknown_provider");
        text.ShouldContain("knows no upstream of the name behind /_upstream/: there are anthropic, ");
        text.ShouldContain(" openrouter, ");
        text.ShouldNotContain(Bodies.AwsKey);
        provider.Requests.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("/v1/models", "x-api-key", "k", "anthropic")]
    [InlineData("/v1/models", "Authorization", "Bearer sk-abc", "openai")]
    [InlineData("/v1/models", "Authorization", "Bearer sk-ant-abc", "anthropic")]
    [InlineData("/v1/chat/completions", "x-api-key", "k", "openai")]
    [InlineData("/v1/models/gemini-x:generateContent", "x-goog-api-key", "k", "gemini")]
    [InlineData("/_upstream/openai/v1/x", "x-custom", "k", "openai")]
    public async Task Route_PathBeforeHeaders_NamesTheProvider(string path, string header, string value, string expected)
    {
        await using var provider = await StandInProvider.StartAsync();
        await using var host = await ProductHost.StartAsync(provider.BaseAddress);
        using var response = await host.PostAsync(path, "{}", (header, value));
        (await host.Sink.NextCompletedAsync()).Provider.ShouldBe(expected);
    }

    [Fact]
    public async Task Health_WithAllPlugins_IsReadyAndNotDegraded()
    {
        await using var host = await ProductHost.StartAsync(new Uri("http://127.0.0.1:9"));
        using var health = JsonDocument.Parse(await host.Client.GetStringAsync("/health"));
        health.RootElement.GetProperty("status").GetString().ShouldBe("ready");
        health.RootElement.GetProperty("degraded").GetBoolean().ShouldBeFalse();
    }

    [Fact]
    public async Task Health_WithABrokenPlugin_IsDegradedAndSaysWhyOnEveryExchange()
    {
        await using var provider = await StandInProvider.StartAsync();
        await using var host = await ProductHost.StartAsync(provider.BaseAddress, extensions: static folder =>
        {
            folder.With(TestPlugins.Pii);
            File.WriteAllText(Path.Combine(folder.Add(TestPlugins.Secrets), TestPlugins.Secrets.Entry), "not a dll");
        });

        using var health = JsonDocument.Parse(await host.Client.GetStringAsync("/health"));
        using var response = await host.PostAsync("/v1/messages", Bodies.Anthropic("clean"));
        var record = await host.Sink.NextCompletedAsync();

        health.RootElement.GetProperty("degraded").GetBoolean().ShouldBeTrue();
        health.RootElement.GetProperty("reasons")[0].GetString()!.ShouldContain("secrets");
        host.ShouldAnswer(response, HttpStatusCode.OK);
        record.Scan.Findings.ShouldHaveSingleItem().Type.ShouldBe("scan_error");
        record.Scan.Findings[0].Detail!.ShouldContain("secrets");
    }

    [Fact]
    public async Task Health_WithAnAuditFolderThatCannotBeMade_StaysDegradedWhileCleanRequestsPass()
    {
        using var home = new Testing.Processes.TemporaryFolder();
        await File.WriteAllTextAsync(home.File("audit"), "a file where the folder should be");
        await using var provider = await StandInProvider.StartAsync();
        await using var host = await ProductHost.StartAsync(
            provider.BaseAddress, config => config with { Audit = config.Audit with { LogDir = home.File("audit") } });

        using var response = await host.PostAsync("/v1/messages", Bodies.Anthropic("clean"));

        host.ShouldAnswer(response, HttpStatusCode.OK);
        (await host.Client.GetStringAsync("/health")).ShouldContain("The audit log cannot be created");
    }

    [Fact]
    public async Task Plugins_OneFolderDeleted_ExactlyItsDetectionsAreGone()
    {
        const string Text = $"{Bodies.AwsKey} and 536-22-8726";
        await using var provider = await StandInProvider.StartAsync();
        (await FoundAsync(TestPlugins.Secrets, TestPlugins.Pii, TestPlugins.Proprietary)).ShouldBe(["aws_access_key", "ssn"]);
        (await FoundAsync(TestPlugins.Secrets, TestPlugins.Proprietary)).ShouldBe(["aws_access_key"]);
        (await FoundAsync(TestPlugins.Pii, TestPlugins.Proprietary)).ShouldBe(["ssn"]);

        async Task<IEnumerable<string>> FoundAsync(params TestPlugin[] plugins)
        {
            await using var host = await ProductHost.StartAsync(provider.BaseAddress, extensions: folder => folder.With(plugins));
            using var response = await host.PostAsync("/v1/messages", Bodies.Anthropic(Text));
            host.ShouldAnswer(response, HttpStatusCode.OK);
            (await host.Client.GetStringAsync("/health")).ShouldContain("\"degraded\":false");
            return (await host.Sink.NextCompletedAsync()).Scan.Findings.Select(static finding => finding.Type).Order();
        }
    }

    [Fact]
    public async Task Metrics_AfterARequest_CountItByActionProviderAndType()
    {
        await using var provider = await StandInProvider.StartAsync();
        await using var host = await ProductHost.StartAsync(provider.BaseAddress);
        using (await host.PostAsync("/v1/messages", Bodies.Anthropic(Bodies.AwsKey)))
        {
            await host.Sink.NextCompletedAsync();
        }

        var text = await host.Client.GetStringAsync("/metrics");
        text.ShouldContain("lumen_argus_requests_total{action=\"alert\"} 1");
        text.ShouldContain("lumen_argus_provider_requests_total{provider=\"anthropic\"} 1");
        text.ShouldContain("lumen_argus_findings_total{type=\"aws_access_key\"} 1");
        text.ShouldContain("lumen_argus_scan_duration_seconds_count 1");
        text.ShouldContain("lumen_argus_scan_stage_duration_seconds_count{stage=\"encoding_decode\"} 1");
        text.ShouldContain("lumen_argus_scan_stage_duration_seconds_bucket{stage=\"outbound_dlp\",le=\"+Inf\"} 1");
    }

    [Fact]
    public async Task Probe_HeadOfTheRoot_IsAnsweredHere()
    {
        await using var provider = await StandInProvider.StartAsync();
        await using var host = await ProductHost.StartAsync(provider.BaseAddress);
        using var request = new HttpRequestMessage(HttpMethod.Head, "/");
        using var response = await host.Client.SendAsync(request);
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        provider.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task Upgrade_ToWebSocket_Is426SoThatToolsFallBackAtOnce()
    {
        await using var host = await ProductHost.StartAsync(new Uri("http://127.0.0.1:9"));
        using var request = new HttpRequestMessage(HttpMethod.Get, "/v1/responses");
        request.Headers.TryAddWithoutValidation("Connection", "Upgrade");
        request.Headers.TryAddWithoutValidation("Upgrade", "websocket");
        using var response = await host.Client.SendAsync(request);
        response.StatusCode.ShouldBe(HttpStatusCode.UpgradeRequired);
    }

    [Fact]
    public async Task Upstream_NotReachable_Is502WithoutDetailsOfTheRequest()
    {
        await using var host = await ProductHost.StartAsync(new Uri("http://127.0.0.1:1"));
        using var response = await host.PostAsync("/v1/messages?key=hidden", Bodies.Anthropic("hello"));
        response.StatusCode.ShouldBe(HttpStatusCode.BadGateway);
        (await response.Content.ReadAsStringAsync()).ShouldNotContain("hidden");
    }
}
