using System.Collections.Immutable;
using System.Net;
using LumenArgus.Abstractions.Model;
using LumenArgus.Inspection.Configuration;
using LumenArgus.Testing.Plugins;
using LumenArgus.Testing.StandIn;

namespace LumenArgus.FunctionalTests.Product;

/// <summary>A plugin brings a provider: its traffic is routed, labelled and refused in its own shape.</summary>
public sealed class PluginProviderTests
{
    private const string Clean = """{"talk":{"turns":[{"say":"hello"}]}}""";

    public static TheoryData<string, FieldRole, bool> Bodies => new()
    {
        { """{"briefing":"@","talk":{"turns":[{"say":"x"}]}}""", FieldRole.System, false },
        { """{"talk":{"turns":[{"say":"@"}]}}""", FieldRole.User, true },
        { """{"talk":{"turns":[{"say":"@"},{"role":"assistant","say":"x"},{"say":"y"}]}}""", FieldRole.User, false },
        { """{"talk":{"turns":[{"answer":"@"}]}}""", FieldRole.Assistant, true },
        { """{"kit":[{"role":"user","manual":"@"}],"talk":{"turns":[{"say":"x"}]}}""", FieldRole.ToolDefinition, false },
        { """{"talk":{"turns":[{"upload":{"name":"a","bytes":"@"}}]}}""", FieldRole.Document, true },
    };

    [Theory]
    [MemberData(nameof(Bodies))]
    public async Task Labels_OfThePlugin_DecideRoleAndTurn(string body, FieldRole role, bool isLatestTurn)
    {
        await using var provider = await StandInProvider.StartAsync();
        await using var host = await StartAsync(provider, default);

        using var response = await host.PostAsync("/acme/big-one/talk", body.Replace("@", Product.Bodies.AwsKey, StringComparison.Ordinal));

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await response.Content.ReadAsStringAsync()).ShouldBe("""{"acme_error":400,"kind":"invalid_request_error"}""");
        provider.Requests.ShouldBeEmpty();
        var record = await host.Sink.NextCompletedAsync();
        (record.Provider, record.Model).ShouldBe(("acme", "big-one"));
        var finding = record.Scan.Findings.ShouldHaveSingleItem();
        (finding.Role, finding.IsLatestTurn).ShouldBe((role, isLatestTurn));
    }

    [Theory]
    [InlineData("/acme/m/talk", "", true)]
    [InlineData("/other", "x-acme-key", true)]
    [InlineData("/_upstream/acme/anything", "", true)]
    [InlineData("/other", "", false)]
    public async Task Route_PathHeaderOrName_ReachesThePluginsUpstream(string path, string header, bool isFound)
    {
        await using var provider = await StandInProvider.StartAsync();
        await using var host = await StartAsync(provider, default);

        using var response = await host.PostAsync(path, Clean, header.Length > 0 ? [(header, "k")] : []);

        response.StatusCode.ShouldBe(isFound ? HttpStatusCode.OK : HttpStatusCode.NotFound);
        provider.Requests.Count.ShouldBe(isFound ? 1 : 0);
        (await host.Sink.NextCompletedAsync()).Provider.ShouldBe(isFound ? "acme" : "unknown");
    }

    [Theory]
    [InlineData("path", "/acme/m/talk", "", HttpStatusCode.NotFound)]
    [InlineData("path", "/other", "x-acme-key", HttpStatusCode.OK)]
    [InlineData("headers", "/other", "x-acme-key", HttpStatusCode.NotFound)]
    [InlineData("read", "/acme/m/talk", "", HttpStatusCode.OK)]
    [InlineData("path,headers,read,error", "/v1/messages", "", HttpStatusCode.OK)]
    public async Task Fault_InAnyCall_IsANoAndHurtsNobodyElse(string fail, string path, string header, HttpStatusCode expected)
    {
        await using var provider = await StandInProvider.StartAsync();
        await using var host = await StartAsync(provider, ("fail", fail));

        using var response = await host.PostAsync(path, Clean, header.Length > 0 ? [(header, "k")] : []);

        response.StatusCode.ShouldBe(expected);
    }

    [Fact]
    public async Task Fault_InTheErrorShape_LeavesTheHostsOwn()
    {
        await using var provider = await StandInProvider.StartAsync();
        await using var host = await StartAsync(provider, ("fail", "error"));

        using var response = await host.PostAsync("/acme/m/talk", Clean.Replace("hello", Product.Bodies.AwsKey, StringComparison.Ordinal));

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await response.Content.ReadAsStringAsync()).ShouldStartWith("""{"error":{"type":"invalid_request_error","message":"[lumen-argus] Request blocked: aws_access_key""");
    }

    [Theory]
    [InlineData("name", "openai", "provider openai of plugin test.vendor is not used: the name is taken")]
    [InlineData("name", "groq", "provider groq of plugin test.vendor is not used: the name is taken")]
    public async Task Name_ThatIsTaken_IsAReasonInHealthAndTakesNoTraffic(string key, string value, string reason)
    {
        await using var provider = await StandInProvider.StartAsync();
        await using var host = await StartAsync(provider, (key, value));

        (await host.Client.GetStringAsync("/health")).ShouldContain(reason);
        host.Logs.ShouldContain($"Provider {value} of plugin test.vendor is not used");
        using var response = await host.PostAsync("/acme/m/talk", Clean);
        response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("name", "Not a name")]
    [InlineData("upstream", "ftp://acme.example")]
    [InlineData("label", "a..b")]
    public async Task Registration_ThatCannotBeUsed_IsRefusedWithTheReason(string key, string value)
    {
        await using var provider = await StandInProvider.StartAsync();
        await using var host = await StartAsync(provider, (key, value));

        host.Product.Generation.Plugins.All.Single(static plugin => plugin.Id == "test.vendor").State.ToString().ShouldBe("Rejected");
    }

    [Fact]
    public async Task TwoPlugins_WithOneName_TheFirstHasItAndTheOtherIsNamed()
    {
        await using var provider = await StandInProvider.StartAsync();
        await using var host = await StartAsync(provider, default, static folder => folder.AddAs(TestPlugins.Vendor, "test.vendor.second", "test.vendor"));

        (await host.Client.GetStringAsync("/health")).ShouldContain("provider acme of plugin test.vendor.second is not used");
        using var response = await host.PostAsync("/acme/m/talk", Clean);
        host.ShouldAnswer(response, HttpStatusCode.OK);
    }

    [Fact]
    public async Task Upstream_NotConfigured_IsSaidInTheVendorsShape()
    {
        await using var provider = await StandInProvider.StartAsync();
        await using var host = await StartAsync(provider, default, upstream: false);

        using var response = await host.PostAsync("/acme/m/talk", Clean);

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await response.Content.ReadAsStringAsync()).ShouldBe("""{"acme_error":400,"kind":"upstream_not_configured"}""");
        provider.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task Reload_OfTheUpstream_RoutesNewExchangesThere()
    {
        await using var provider = await StandInProvider.StartAsync();
        await using var other = await StandInProvider.StartAsync();
        await using var host = await StartAsync(provider, default);
        var config = host.Product.Generation.Config;

        await host.Product.ReloadAsync(
            config with { Proxy = config.Proxy with { Upstreams = config.Proxy.Upstreams.SetItem("acme", other.BaseAddress) } }, Limits.Token().Token);
        using var response = await host.PostAsync("/acme/m/talk", Clean);

        provider.Requests.ShouldBeEmpty();
        other.Requests.Count.ShouldBe(1);
    }

    private static Task<ProductHost> StartAsync(
        StandInProvider provider, (string Key, string Value) setting, Action<ExtensionsFolder>? extensions = null, bool upstream = true)
    {
        provider.Script = static _ => StandInAnswer.Plain("{}");
        var settings = setting.Key is null ? SettingMap.Empty : new SettingMap(SettingMap.Empty.Values.Add(setting.Key, setting.Value));
        return ProductHost.StartAsync(
            provider.BaseAddress,
            config => config with
            {
                DefaultAction = PolicyAction.Block,
                Plugins = config.Plugins with { ById = config.Plugins.ById.SetItem("test.vendor", new PluginConfig { Settings = settings }) },
                Proxy = config.Proxy with { Upstreams = upstream ? config.Proxy.Upstreams.SetItem("acme", provider.BaseAddress) : config.Proxy.Upstreams },
            },
            folder =>
            {
                folder.With(TestPlugins.Secrets, TestPlugins.Vendor);
                extensions?.Invoke(folder);
            });
    }
}
