using System.Net;
using LumenArgus.Inspection.Configuration;
using LumenArgus.Inspection.Generations;
using LumenArgus.Testing.Plugins;
using LumenArgus.Testing.Processes;
using LumenArgus.Testing.StandIn;

namespace LumenArgus.FunctionalTests.Product;

/// <summary>What a reload does to exchanges, connections and plugins, in this process.</summary>
public sealed class ReloadTests
{
    [Fact]
    public async Task Reload_Timeout_CountsForNewExchangesAndAnOpenStreamGoesOn()
    {
        using var gate = new ChunkGate();
        await using var provider = await StandInProvider.StartAsync();
        provider.Script = _ => StandInAnswer.Events(AnthropicAnswers.Events, gate);
        await using var host = await ProductHost.StartAsync(provider.BaseAddress);
        gate.Release();
        using var stream = await host.PostAsync("/v1/messages", Bodies.Anthropic("hello", stream: true));

        await ReloadAsync(host, static config => config with
        {
            Proxy = config.Proxy with { Timeout = TimeSpan.FromMilliseconds(300), ConnectTimeout = TimeSpan.FromSeconds(1), MaxConnections = 2 },
        });
        provider.Script = static _ => StandInAnswer.Silence();

        using var late = await host.PostAsync("/v1/messages", Bodies.Anthropic("hello"));
        late.StatusCode.ShouldBe(HttpStatusCode.GatewayTimeout);
        gate.Release(AnthropicAnswers.Events.Count);
        (await stream.Content.ReadAsStringAsync()).ShouldBe(string.Concat(AnthropicAnswers.Events));
    }

    [Fact]
    public async Task Reload_Upstream_NewExchangesGoThere()
    {
        await using var first = await StandInProvider.StartAsync();
        await using var second = await StandInProvider.StartAsync();
        await using var host = await ProductHost.StartAsync(first.BaseAddress);

        await ReloadAsync(host, config => config with { Proxy = config.Proxy with { Upstreams = config.Proxy.Upstreams.SetItem("anthropic", second.BaseAddress) } });
        using var response = await host.PostAsync("/v1/messages", Bodies.Anthropic("hello"));

        host.ShouldAnswer(response, HttpStatusCode.OK);
        first.Requests.ShouldBeEmpty();
        second.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Reload_BindOfTheSamePort_ListensThereAndComesBackWhereThatFails()
    {
        var port = FreePort.Find();
        await using var provider = await StandInProvider.StartAsync();
        await using var host = await ProductHost.StartAsync(provider.BaseAddress, config => config with { Proxy = config.Proxy with { Port = port } });

        await ReloadAsync(host, static config => config with { Proxy = config.Proxy with { Bind = "0.0.0.0" } });
        (await StatusOnANewConnectionAsync(port)).ShouldBe(HttpStatusCode.OK);

        await ReloadAsync(host, static config => config with { Proxy = config.Proxy with { Bind = "127.0.0.1" } });
        var failed = await host.Product.ReloadAsync(
            host.Product.Generation.Config with { Proxy = host.Product.Generation.Config.Proxy with { Bind = "203.0.113.7" } }, Limits.Token().Token);

        failed.Ok.ShouldBeFalse();
        failed.Errors.ShouldHaveSingleItem().ShouldContain("203.0.113.7");
        (await StatusOnANewConnectionAsync(port)).ShouldBe(HttpStatusCode.OK);
        host.Product.Generation.Config.Proxy.Bind.ShouldBe("127.0.0.1");
    }

    [Fact]
    public async Task Reload_RulesUnchanged_KeepsTheirIndexAndLoadsNoPluginAgain()
    {
        await using var host = await ProductHost.StartAsync(new Uri("http://127.0.0.1:9"));
        var before = host.Product.Generation;

        await ReloadAsync(host, static config => config with { DefaultAction = Abstractions.Model.PolicyAction.Block });
        var after = host.Product.Generation;
        after.Rules.ShouldBeSameAs(before.Rules);
        after.Plugins.ShouldBeSameAs(before.Plugins);

        await ReloadAsync(host, static config => config with { Detectors = config.Detectors.SetItem("pii", new DetectorConfig { Enabled = false }) });
        host.Product.Generation.Rules.Count.ShouldBeLessThan(before.Rules.Count);
        host.Product.Generation.Plugins.ShouldBeSameAs(before.Plugins);
    }

    [Fact]
    public async Task Reload_DetectorOff_LeavesTheIndexOfInboundMessagesToo()
    {
        await using var host = await ProductHost.StartAsync(
            new Uri("http://127.0.0.1:9"), static config => config with { Pipeline = config.Pipeline with { WebSocketInbound = true } });
        var before = host.Product.Generation;

        await ReloadAsync(host, static config => config with { DefaultAction = Abstractions.Model.PolicyAction.Block });
        host.Product.Generation.InboundRules.ShouldBeSameAs(before.InboundRules);
        await ReloadAsync(host, static config => config with { Detectors = config.Detectors.SetItem("pii", new DetectorConfig { Enabled = false }) });

        host.Product.Generation.InboundRules!.Index.Count.ShouldBeLessThan(before.InboundRules!.Index.Count);
    }

    [Theory]
    [InlineData(null, 0)]
    [InlineData("config_reload", 1)]
    public async Task Reload_PluginWithAHook_IsCalledAndCannotStopIt(string? fails, int warnings)
    {
        await using var host = await ProductHost.StartAsync(
            new Uri("http://127.0.0.1:9"),
            config => fails is null ? config : config with { Plugins = WithSetting(config.Plugins, "test.hooks", "fail", fails) },
            static extensions => extensions.With(TestPlugins.Hooks, TestPlugins.Secrets));

        var report = await host.Product.ReloadAsync(host.Product.Generation.Config, Limits.Token().Token);

        report.Ok.ShouldBeTrue();
        report.Warnings.Length.ShouldBe(warnings);
        await host.StopAsync();
        host.Logs.ShouldContain("hook config_reload called with 1");
    }

    // One that was open before is closed by the old listener, perhaps while it is being used again.
    private static async Task<HttpStatusCode> StatusOnANewConnectionAsync(int port)
    {
        using var client = new HttpClient { Timeout = Limits.Default };
        using var content = new StringContent(Bodies.Anthropic("hello"));
        using var response = await client.PostAsync($"http://127.0.0.1:{port}/v1/messages", content);
        return response.StatusCode;
    }

    internal static async Task ReloadAsync(ProductHost host, Func<LumenArgusConfig, LumenArgusConfig> change)
    {
        var report = await host.Product.ReloadAsync(change(host.Product.Generation.Config), Limits.Token().Token);
        report.Errors.ShouldBeEmpty();
        report.Ok.ShouldBeTrue();
    }

    private static PluginsConfig WithSetting(PluginsConfig plugins, string id, string key, string value) => plugins with
    {
        ById = plugins.ById.SetItem(id, PluginConfig.Default with { Settings = new SettingMap(SettingMap.Empty.Values.SetItem(key, value)) }),
    };
}
