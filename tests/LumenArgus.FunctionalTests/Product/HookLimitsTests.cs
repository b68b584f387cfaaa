using System.Net;
using LumenArgus.Abstractions.Model;
using LumenArgus.Inspection.Configuration;
using LumenArgus.Testing.Plugins;
using LumenArgus.Testing.StandIn;

namespace LumenArgus.FunctionalTests.Product;

/// <summary>What a hook cannot do, whatever it answers: weaken the operator's fail table, hide a finding, let a body out that was to be edited.</summary>
public sealed class HookLimitsTests
{
    [Fact]
    public async Task EvaluateHook_ThatPassesAll_DoesNotWeakenTheFailTable()
    {
        await using var provider = await StandInProvider.StartAsync();
        await using var host = await StartAsync(provider, "decide", "pass", static config => config with
        {
            Fail = config.Fail with { Decode = FailMode.Closed },
        });

        using var response = await host.PostAsync("/v1/messages", [1, 2, 3, 4], ("Content-Encoding", "x-secret-sauce"));

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        provider.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task EvaluateHook_ThatPassesAll_MayLowerWhatDetectorsFound()
    {
        await using var provider = await StandInProvider.StartAsync();
        await using var host = await StartAsync(provider, "decide", "pass", static config => config with { DefaultAction = PolicyAction.Block });

        using var response = await host.PostAsync("/v1/messages", Bodies.Anthropic(Bodies.AwsKey));

        host.ShouldAnswer(response, HttpStatusCode.OK);
        host.Sink.Decided.ShouldHaveSingleItem().Scan.Findings.ShouldContain(static finding => finding.Type == "aws_access_key");
    }

    [Fact]
    public async Task EvaluateHook_ThatPutsOtherFindingsInTheirPlace_IsNotBelieved()
    {
        await using var provider = await StandInProvider.StartAsync();
        await using var host = await StartAsync(provider, "decide", "swap", static config => config with { DefaultAction = PolicyAction.Block });

        using var response = await host.PostAsync("/v1/messages", Bodies.Anthropic(Bodies.AwsKey));

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        var findings = host.Sink.Decided.ShouldHaveSingleItem().Scan.Findings;
        findings.ShouldContain(static finding => finding.Type == "aws_access_key");
        findings.ShouldContain(static finding => finding.Type == "scan_error" && finding.Detail!.Contains("test.hooks"));
    }

    [Fact]
    public async Task EvaluateHook_ThatStrips_AsksForABlock()
    {
        await using var provider = await StandInProvider.StartAsync();
        await using var host = await StartAsync(provider, "decide", "strip", static config => config);

        using var response = await host.PostAsync("/v1/messages", Bodies.Anthropic(Bodies.AwsKey));

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        provider.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task EvaluateHook_ThatFails_FollowsTheFailTable()
    {
        await using var provider = await StandInProvider.StartAsync();
        await using var host = await StartAsync(provider, "fail", "evaluate", static config => config with
        {
            Fail = config.Fail with { Hook = FailMode.Closed },
        });

        using var response = await host.PostAsync("/v1/messages", Bodies.Anthropic(Bodies.AwsKey));

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        provider.Requests.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("evaluate", FailMode.Closed, HttpStatusCode.BadRequest)]
    [InlineData("evaluate", FailMode.Open, HttpStatusCode.OK)]
    [InlineData("pre_request", FailMode.Closed, HttpStatusCode.BadRequest)]
    [InlineData("pre_request", FailMode.Open, HttpStatusCode.OK)]
    public async Task Hook_ThatFails_FollowsWhatTheOperatorSaysOfIt(string hook, FailMode mode, HttpStatusCode status)
    {
        // What is said of the plugin's hook goes before fail.hook.
        await using var provider = await StandInProvider.StartAsync();
        await using var host = await StartAsync(provider, "fail", hook, config => config with
        {
            Fail = config.Fail with { Hook = mode == FailMode.Closed ? FailMode.Open : FailMode.Closed },
            Plugins = config.Plugins with
            {
                ById = config.Plugins.ById.SetItem(
                    "test.hooks",
                    config.Plugin("test.hooks") with { Hooks = new HookFaults(HookFaults.None.ByHook.SetItem(hook, mode)) }),
            },
        });

        using var response = await host.PostAsync("/v1/messages", Bodies.Anthropic(hook == "evaluate" ? Bodies.AwsKey : "nothing"));

        response.StatusCode.ShouldBe(status);
        provider.Requests.Count.ShouldBe(status == HttpStatusCode.OK ? 1 : 0);
        host.Sink.Decided.ShouldHaveSingleItem().Scan.Findings.Any(finding => finding.Type == "scan_error" && finding.Detail!.Contains($"the {hook} hook of plugin test.hooks"))
            .ShouldBe(hook == "evaluate" || mode == FailMode.Closed);
    }

    [Fact]
    public async Task EvaluateHook_ThatRedactsNothing_SendsNothing()
    {
        await using var provider = await StandInProvider.StartAsync();
        await using var host = await StartAsync(provider, "decide", "redact nothing");

        using var response = await host.PostAsync("/v1/messages", Bodies.Anthropic(Bodies.AwsKey));

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        provider.Requests.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("null edit")]
    [InlineData("null text")]
    [InlineData("half a pair")]
    public async Task RedactHook_WhoseEditsCannotBeWritten_SendsNothing(string edits)
    {
        await using var provider = await StandInProvider.StartAsync();
        await using var host = await StartAsync(provider, "replace", edits, static config => config with { DefaultAction = PolicyAction.Redact });

        using var response = await host.PostAsync("/v1/messages", Bodies.Anthropic(Bodies.AwsKey));

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        provider.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task Redact_OfABodyThatWasReadInPart_SendsNoCutBody()
    {
        await using var provider = await StandInProvider.StartAsync();
        await using var host = await StartAsync(provider, "decide", "", static config => config with
        {
            DefaultAction = PolicyAction.Redact,
            Proxy = config.Proxy with { MaxBodySize = 200 },
        });

        using var response = await host.PostAsync("/v1/messages", Bodies.Anthropic(Bodies.AwsKey + " " + new string('x', 500)));

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        provider.Requests.ShouldBeEmpty();
    }

    private static Task<ProductHost> StartAsync(
        StandInProvider provider, string key, string value, Func<LumenArgusConfig, LumenArgusConfig>? configure = null)
    {
        var settings = new SettingMap(SettingMap.Empty.Values.SetItem(key, value));
        return ProductHost.StartAsync(
            provider.BaseAddress,
            config =>
            {
                config = config with { Plugins = config.Plugins with { ById = config.Plugins.ById.SetItem("test.hooks", new PluginConfig { Settings = settings }) } };
                return configure?.Invoke(config) ?? config;
            },
            static folder => folder.With(TestPlugins.Secrets, TestPlugins.Hooks));
    }
}
