using System.Net;
using LumenArgus.Abstractions.Model;
using LumenArgus.Inspection.Configuration;
using LumenArgus.Testing.Plugins;
using LumenArgus.Testing.StandIn;

namespace LumenArgus.FunctionalTests.Product;

public sealed class DetectorFaultTests
{
    [Fact]
    public async Task SpinningDetector_HoldsOnlyItsOwnExchangeAndOnlyForItsBudget()
    {
        await using var provider = await StandInProvider.StartAsync();
        await using var host = await ProductHost.StartAsync(provider.BaseAddress, extensions: static folder =>
            folder.With(TestPlugins.Spinning, TestPlugins.Secrets));

        var spun = host.PostAsync("/v1/messages", Bodies.Anthropic($"spin now {Bodies.AwsKey}"));
        for (var i = 0; i < 20; i++)
        {
            using var other = await host.PostAsync("/v1/messages", Bodies.Anthropic($"clean {i}"));
            host.ShouldAnswer(other, HttpStatusCode.OK);
        }

        using var response = await spun;
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        var record = host.Sink.Decided.Single(static record => record.Scan.Findings.Any(static finding => finding.Type == "aws_access_key"));
        record.Scan.Findings.ShouldContain(static finding => finding.Type == "scan_error" && finding.Detail!.Contains("test.spinning"));
        host.Sink.Decided.Count(static record => !record.Scan.Findings.IsEmpty).ShouldBe(1);
    }

    [Fact]
    public async Task SpinningDetector_OnFaultBlock_BlocksItsExchange()
    {
        await using var provider = await StandInProvider.StartAsync();
        await using var host = await ProductHost.StartAsync(
            provider.BaseAddress,
            static config => config with { Plugins = config.Plugins with { OnFault = OnFault.Block } },
            static folder => folder.With(TestPlugins.Spinning));
        using var response = await host.PostAsync("/v1/messages", Bodies.Anthropic("spin now"));
        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        provider.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task SpinningDetector_WithNoOtherDetector_BlocksWhereThatIsAsked()
    {
        await using var provider = await StandInProvider.StartAsync();
        await using var host = await ProductHost.StartAsync(
            provider.BaseAddress,
            static config => config with { Plugins = config.Plugins with { OnFault = OnFault.BlockIfNoOtherDetector } },
            static folder => folder.With(TestPlugins.Spinning));
        using var response = await host.PostAsync("/v1/messages", Bodies.Anthropic("spin now"));
        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        provider.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task SpinningDetectors_MoreThanAreWaitedFor_LoseNoFindingAndNoOneIsPassedOverInSilence()
    {
        await using var provider = await StandInProvider.StartAsync();
        await using var host = await ProductHost.StartAsync(
            provider.BaseAddress,
            static config => config with { DefaultAction = PolicyAction.Block },
            static folder =>
            {
                folder.With(TestPlugins.Finder);
                foreach (var id in new[] { "test.spin-a", "test.spin-b", "test.spin-c", "test.spin-d" })
                {
                    folder.AddAs(TestPlugins.Spinning, id);
                }
            });

        using var response = await host.PostAsync("/v1/messages", Bodies.Anthropic("needle, spin now"));

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        provider.Requests.ShouldBeEmpty();
        var findings = host.Sink.Decided.ShouldHaveSingleItem().Scan.Findings;
        findings.ShouldContain(static finding => finding.Type == "needle");
        findings.Count(static finding => finding.Detail?.Contains("ran over its budget", StringComparison.Ordinal) == true).ShouldBe(3);
        findings.ShouldContain(static finding => finding.Detail != null && finding.Detail.Contains("test.spin-d") && finding.Detail.Contains("was not asked"));
    }

    [Fact]
    public async Task SpinningValidator_IsLeftOutOfTheNextRunAndItsMatchCounts()
    {
        await using var provider = await StandInProvider.StartAsync();
        await using var host = await ProductHost.StartAsync(provider.BaseAddress, extensions: static folder =>
            folder.With(TestPlugins.Rules, TestPlugins.Finder, TestPlugins.Secrets));

        using var response = await host.PostAsync("/v1/messages", Bodies.Anthropic($"test_7777 {Bodies.AwsKey}"));

        var findings = host.Sink.Decided.ShouldHaveSingleItem().Scan.Findings;
        findings.ShouldContain(static finding => finding.Type == "aws_access_key");
        findings.ShouldContain(static finding => finding.Type == "test_even_number");
        findings.Count(static finding => finding.Type == "scan_error").ShouldBe(1);
    }

    [Fact]
    public async Task SpinningValidator_WithoutAnyDetector_IsGivenUpToo()
    {
        await using var provider = await StandInProvider.StartAsync();
        await using var host = await ProductHost.StartAsync(provider.BaseAddress, extensions: static folder => folder.With(TestPlugins.Rules));

        using var response = await host.PostAsync("/v1/messages", Bodies.Anthropic("test_7777"));

        host.ShouldAnswer(response, HttpStatusCode.OK);
        host.Sink.Decided.ShouldHaveSingleItem().Scan.Findings.ShouldContain(static finding => finding.Type == "scan_error");
    }

    [Fact]
    public async Task UnreadableRules_AreSaidInEveryExchangeAndInHealth()
    {
        await using var provider = await StandInProvider.StartAsync();
        var settings = new SettingMap(SettingMap.Empty.Values.SetItem("unreadable", "true"));
        await using var host = await ProductHost.StartAsync(
            provider.BaseAddress,
            config => config with { Plugins = config.Plugins with { ById = config.Plugins.ById.SetItem("test.rules", new PluginConfig { Settings = settings }) } },
            static folder => folder.With(TestPlugins.Rules));

        using var response = await host.PostAsync("/v1/messages", Bodies.Anthropic("test_1234"));

        host.Sink.Decided.ShouldHaveSingleItem().Scan.Findings.ShouldHaveSingleItem().Detail!.ShouldContain("its rules cannot be read");
        (await host.Client.GetStringAsync("/health")).ShouldContain("detector test_rules is not active");
    }

    [Fact]
    public async Task ThrowingDetector_IsForwardedWithAFindingAndItsMessageGoesNowhere()
    {
        await using var provider = await StandInProvider.StartAsync();
        await using var host = await ProductHost.StartAsync(provider.BaseAddress, extensions: static folder => folder.With(TestPlugins.Throwing));

        // The detector throws the first text it sees as its message.
        using var response = await host.PostAsync("/v1/messages", "[\"canary-in-an-exception\"]");
        var record = await host.Sink.NextCompletedAsync();

        host.ShouldAnswer(response, HttpStatusCode.OK);
        record.Scan.Findings.ShouldHaveSingleItem().Type.ShouldBe("scan_error");
        record.Scan.Action.ShouldBe(PolicyAction.Alert);
        await host.StopAsync();
        host.Logs.ShouldContain("test.throwing");
        host.Logs.ShouldNotContain("canary-in-an-exception");
        host.HomeFiles().Values.ShouldNotContain(static text => text.Contains("canary-in-an-exception", StringComparison.Ordinal));
    }

    [Fact]
    public async Task HoardingDetector_KeepsLookingAtItsBody_NeverSeesAForeignByte()
    {
        using var report = new Testing.Processes.TemporaryFolder();
        await using var provider = await StandInProvider.StartAsync();
        var settings = new SettingMap(SettingMap.Empty.Values.SetItem("report", report.File("sights")));
        await using (var host = await ProductHost.StartAsync(
            provider.BaseAddress,
            config => config with { Plugins = config.Plugins with { ById = config.Plugins.ById.SetItem("test.hoarding", new PluginConfig { Settings = settings }) } },
            static folder => folder.With(TestPlugins.Hoarding, TestPlugins.Secrets)))
        {
            using (await host.PostAsync("/v1/messages", Bodies.Anthropic("hoard now and keep looking")))
            {
                for (var i = 0; i < Soak.Times(100, 5_000); i++)
                {
                    using var other = await host.PostAsync("/v1/messages", Bodies.Anthropic($"another body of the same size {i:000}"));
                    host.ShouldAnswer(other, HttpStatusCode.OK);
                }
            }
        }

        var seen = await File.ReadAllTextAsync(report.File("sights"));
        seen.ShouldEndWith("foreign=0");
        seen.ShouldNotStartWith("calls=0");
    }
}
