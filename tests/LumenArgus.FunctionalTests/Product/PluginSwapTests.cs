using System.Net;
using System.Runtime.CompilerServices;
using LumenArgus.Abstractions.Model;
using LumenArgus.FunctionalTests.WebSockets;
using LumenArgus.Inspection.Configuration;
using LumenArgus.Inspection.Reloading;
using LumenArgus.PluginRuntime.Loading;
using LumenArgus.Testing.Plugins;
using LumenArgus.Testing.StandIn;
using LumenArgus.Testing.WebSockets;

namespace LumenArgus.FunctionalTests.Product;

/// <summary>Plugins that come, go and are replaced while traffic flows.</summary>
[Collection(MemoryCollection.Name)]
public sealed class PluginSwapTests
{
    private const int Connections = 64;
    private const string Ping = "event: ping\ndata: {\"type\":\"ping\"}\n\n";

    private readonly List<object> _kept = [];

    [Fact]
    public async Task Swap_DetectorUnderLoad_FailsNoRequestMissesNothingAndLeavesMemory()
    {
        var swaps = Soak.Times(10, 200);
        using var gate = new ChunkGate();
        await using var provider = await StandInProvider.StartAsync();
        provider.Script = request => request.Contains("\"stream\":true")
            ? StandInAnswer.Events([.. Enumerable.Repeat(Ping, swaps + 1)], gate)
            : null;
        await using var messages = new RawWebSocketServer();
        await using var host = await StartAsync(provider, messages.Uri);
        using var socket = await ConnectAsync(host);
        using var server = await messages.NextAsync(Limits.Token().Token);
        gate.Release();
        using var stream = await host.PostAsync("/v1/messages", Bodies.Anthropic("a needle", stream: true));
        using var events = new StreamReader(await stream.Content.ReadAsStreamAsync());
        (await ReadEventAsync(events)).ShouldBe(Ping);

        using var stop = new CancellationTokenSource(Soak.Limit);
        Task<int>[] load = [.. Enumerable.Range(0, Connections).Select(number => Task.Run(() => LoadAsync(host, number, stop.Token)))];
        var exchanges = 1;
        for (var i = 1; i <= swaps; i++)
        {
            await SwapAsync(host, i);
            (await PostAsync(host, "a needle")).ShouldBe(HttpStatusCode.OK);
            gate.Release();
            (await ReadEventAsync(events)).ShouldBe(Ping);
            var message = WebSocketProduct.CodexDelta($"needle {i}");
            await socket.SendAsync(WireFrame.OfText(message, WebSocketProduct.Mask), Limits.Token().Token);
            (await server.ReceiveAsync(Limits.Token().Token)).PayloadText.ShouldBe(message);
            exchanges += 2;
            provider.ClearRequests();
        }

        await stop.CancelAsync();
        exchanges += (await Task.WhenAll(load)).Sum();
        (await events.ReadToEndAsync()).ShouldBeEmpty();

        // Every one was looked at by one version or the other, and none by a version that had gone.
        var records = host.Sink.Decided.Where(static record => record.Scan.Findings.Length > 0 || record.RequestBytes > 0).ToList();
        records.Count.ShouldBe(exchanges);
        records.ShouldAllBe(static record => record.Scan.Findings.Length == 1 && record.Scan.Findings[0].Type == "needle");
        await PluginsLeft.AssertAsync(host, expected: swaps);
        (await host.Client.GetStringAsync("/health")).ShouldContain("\"degraded\":false");
    }

    [Fact]
    public async Task Swap_ManyTimes_KeepsNothing()
    {
        await using var provider = await StandInProvider.StartAsync();
        await using var host = await StartAsync(provider, provider.BaseAddress);
        var swaps = Soak.Times(15, 200);
        for (var i = 1; i <= swaps; i++)
        {
            await SwapAsync(host, i);
        }

        await PluginsLeft.AssertAsync(host, swaps);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        for (var i = 1; i <= swaps; i++)
        {
            await SwapAsync(host, swaps + i);
        }

        await PluginsLeft.AssertAsync(host, 2 * swaps);
        (GC.GetTotalMemory(forceFullCollection: true) - before).ShouldBeLessThan(4L * 1024 * 1024);
        host.ShadowCopies(TestPlugins.Finder.Id).ShouldBe(1);
    }

    [Fact]
    public async Task Swap_DetectorInAProcessUnderLoad_FailsNoRequestMissesNothingAndEndsTheOldProcesses()
    {
        var swaps = Soak.Times(3, 50);
        await using var provider = await StandInProvider.StartAsync();
        await using var host = await ProductHost.StartAsync(
            provider.BaseAddress, extensions: static extensions => extensions.Add(TestPlugins.Finder, static manifest => manifest["isolation"] = "process"));
        List<int> processes = [ProcessOf(host)];
        using var stop = new CancellationTokenSource(Soak.Limit);
        Task<int>[] load = [.. Enumerable.Range(0, 4).Select(number => Task.Run(() => LoadAsync(host, number, stop.Token)))];
        for (var i = 1; i <= swaps; i++)
        {
            var number = i;
            host.Extensions.Replace(TestPlugins.Finder, manifest => (manifest["version"], manifest["isolation"]) = ($"2.0.{number}", "process"));
            (await ReloadAsync(host)).Plugins.ShouldHaveSingleItem().ToString().ShouldEndWith($"-> 2.0.{number}");
            processes.Add(ProcessOf(host));
        }

        await stop.CancelAsync();
        var exchanges = (await Task.WhenAll(load)).Sum();
        host.Sink.Decided.Count.ShouldBe(exchanges);
        host.Sink.Decided.ShouldAllBe(static record => record.Scan.Findings.Length == 1 && record.Scan.Findings[0].Type == "needle");
        processes.Distinct().Count().ShouldBe(swaps + 1);
        await PluginsLeft.AssertAsync(host, swaps);
        foreach (var process in processes.SkipLast(1))
        {
            Should.Throw<ArgumentException>(() => System.Diagnostics.Process.GetProcessById(process));
        }
    }

    [Fact]
    public async Task Swap_AgentAuthProvider_LetsNobodyInMeanwhileAndLeavesMemory()
    {
        var swaps = Soak.Times(3, 50);
        await using var provider = await StandInProvider.StartAsync();
        await using var host = await ProductHost.StartAsync(provider.BaseAddress, extensions: static extensions => extensions.With(TestPlugins.Finder, TestPlugins.Agents));
        using var stop = new CancellationTokenSource(Soak.Limit);
        Task<int>[] load = [.. new[] { ("good", HttpStatusCode.OK), ("bad", HttpStatusCode.Unauthorized) }.Select(each => Task.Run(() => ForwardAsync(host, each.Item1, each.Item2, stop.Token)))];
        for (var i = 1; i <= swaps; i++)
        {
            var number = i;
            host.Extensions.Replace(TestPlugins.Agents, manifest => manifest["version"] = $"2.0.{number}");
            (await ReloadAsync(host)).Plugins.ShouldHaveSingleItem().ToString().ShouldEndWith($"-> 2.0.{number}");
        }

        await stop.CancelAsync();
        (await Task.WhenAll(load)).ShouldAllBe(static count => count > 0);
        await PluginsLeft.AssertAsync(host, swaps);
    }

    [Fact]
    public async Task Swap_SomethingKeepsADetector_ShowsThatItStays()
    {
        // The negative control of the one above.
        await using var provider = await StandInProvider.StartAsync();
        await using var host = await StartAsync(provider, provider.BaseAddress);
        Keep(host);

        await SwapAsync(host, 1);
        await SwapAsync(host, 2);
        await PluginsLeft.WaitAsync(host);

        host.Product.Plugins.Unloads.CountAlive().ShouldBe(1);
        host.Product.Plugins.GetLeaving().ShouldHaveSingleItem().Id.ShouldBe(TestPlugins.Finder.Id);
    }

    [Fact]
    public async Task Reload_PluginAddedRemovedAndBack_FollowsWithoutARestart()
    {
        await using var provider = await StandInProvider.StartAsync();
        await using var host = await StartAsync(provider, provider.BaseAddress);

        host.Extensions.Add(TestPlugins.Secrets);
        (await ReloadAsync(host)).Plugins.ShouldHaveSingleItem().Kind.ShouldBe(PluginChangeKind.Added);
        (await FindingsAsync(host, $"needle {Bodies.AwsKey}")).ShouldBe(["needle", "aws_access_key"], ignoreOrder: true);

        host.Extensions.Remove(TestPlugins.Finder.Id);
        (await ReloadAsync(host)).Plugins.ShouldHaveSingleItem().Kind.ShouldBe(PluginChangeKind.Removed);
        (await FindingsAsync(host, $"needle {Bodies.AwsKey}")).ShouldBe(["aws_access_key"]);

        host.Extensions.Add(TestPlugins.Finder);
        await ReloadAsync(host);
        host.Extensions.Remove(TestPlugins.Secrets.Id);
        await ReloadAsync(host);
        (await FindingsAsync(host, $"needle {Bodies.AwsKey}")).ShouldBe(["needle"]);
        await PluginsLeft.AssertAsync(host, expected: 2);
    }

    [Fact]
    public async Task Reload_NewVersionIsBroken_TheOldOneGoesOnAndHealthSaysWhy()
    {
        await using var provider = await StandInProvider.StartAsync();
        await using var host = await StartAsync(provider, provider.BaseAddress);
        host.Extensions.Replace(TestPlugins.Finder, static manifest => (manifest["version"], manifest["entryType"]) = ("3.0.0", "No.Such.Type"));

        var report = await ReloadAsync(host);

        report.Plugins.ShouldHaveSingleItem().Kind.ShouldBe(PluginChangeKind.Refused);
        (await FindingsAsync(host, "needle")).ShouldBe(["needle"]);
        var health = await host.Client.GetStringAsync("/health");
        health.ShouldContain("\"degraded\":true");
        health.ShouldContain("plugin test.finder 0.1.0 stays in use: version 3.0.0 in its folder is not used: failed in loading: entryType");
        host.Logs.ShouldContain("No.Such.Type");

        await SwapAsync(host, 1);
        (await host.Client.GetStringAsync("/health")).ShouldContain("\"degraded\":false");
    }

    [Theory]
    [InlineData("LumenArgus.TestPlugins.Throwing.ThrowsInDetectPlugin", "self-test: it failed on a test text: System.InvalidOperationException in detect")]
    [InlineData("LumenArgus.TestPlugins.Throwing.ThrowsInStartPlugin", "failed in StartAsync")]
    public async Task Reload_NewPluginFails_IsRefusedAndItsCodeLeaves(string entryType, string reason)
    {
        await using var provider = await StandInProvider.StartAsync();
        await using var host = await StartAsync(provider, provider.BaseAddress);
        host.Extensions.AddWithEntryType(TestPlugins.Throwing, entryType);

        var report = await ReloadAsync(host);

        report.Plugins.ShouldHaveSingleItem().Reason.ShouldNotBeNull().ShouldContain(reason);
        host.Product.Plugins.Plugins.All.Single(static plugin => plugin.Id == TestPlugins.Throwing.Id).State.ShouldBe(PluginState.Rejected);
        await PluginsLeft.AssertAsync(host);
    }

    [Fact]
    public async Task Reload_RuleMissesItsOwnExample_IsRefusedAndTheTableKeepsItsDecisions()
    {
        await using var provider = await StandInProvider.StartAsync();
        await using var host = await ProductHost.StartAsync(
            provider.BaseAddress, extensions: static extensions => extensions.Add(TestPlugins.Rules));
        host.Extensions.Replace(TestPlugins.Rules, static manifest => (manifest["version"], manifest["entryType"]) = ("2.0.0", "LumenArgus.TestPlugins.Rules.WrongExamplePlugin"));

        var report = await ReloadAsync(host);

        report.Plugins.ShouldHaveSingleItem().Reason.ShouldBe("self-test: rule test_rules.test_wrong_example does not find its own example (positive 2)");
        (await FindingsAsync(host, "test_1234")).ShouldBe(["test_even_number"]);
        host.Product.Generation.Table!.Rows.ShouldNotContain(static row => row.Name == "test_wrong_example");
    }

    [Fact]
    public async Task Reload_SettingsChanged_CountForThePluginThatIsLoadedAnew()
    {
        await using var provider = await StandInProvider.StartAsync();
        await using var host = await StartAsync(provider, provider.BaseAddress);
        var wanted = host.Product.Generation.Config;
        wanted = wanted with
        {
            Plugins = wanted.Plugins with
            {
                ById = wanted.Plugins.ById.SetItem(
                    TestPlugins.Finder.Id, PluginConfig.Default with { Settings = new SettingMap(SettingMap.Empty.Values.SetItem("needle", "thread")) }),
            },
        };

        (await host.Product.ReloadAsync(wanted, Limits.Token().Token)).NeedRestart.ShouldHaveSingleItem().Key.ShouldBe("plugins.test.finder.needle");
        (await FindingsAsync(host, "a needle")).ShouldBe(["needle"]);
        var report = await host.Product.ReloadAsync(wanted, [TestPlugins.Finder.Id], Limits.Token().Token);

        report.Applied.ShouldHaveSingleItem().Key.ShouldBe("plugins.test.finder.needle");
        report.Plugins.ShouldHaveSingleItem().ToString().ShouldBe("plugin test.finder 0.1.0 loaded anew");
        (await FindingsAsync(host, "a needle with a thread")).ShouldBe(["needle"]);
        (await FindingsAsync(host, "a needle")).ShouldBeEmpty();
    }

    private static Task<ProductHost> StartAsync(StandInProvider provider, Uri messages) => ProductHost.StartAsync(
        provider.BaseAddress,
        config => config with
        {
            Pipeline = config.Pipeline with { WebSocketOutbound = true },
            Proxy = config.Proxy with { Upstreams = config.Proxy.Upstreams.SetItem("openai", messages) },
        },
        static extensions => extensions.Add(TestPlugins.Finder));

    private static async Task<RawWebSocket> ConnectAsync(ProductHost host)
    {
        var socket = await RawWebSocket.ConnectAsync(host.Port, "/v1/responses", "Authorization: Bearer sk-abc\r\nsession-id: s1\r\n", Limits.Token().Token);
        socket.Head.StartLine.ShouldStartWith("HTTP/1.1 101 ");
        return socket;
    }

    private static async Task<int> LoadAsync(ProductHost host, int number, CancellationToken stop)
    {
        for (var count = 0; ; count++)
        {
            if (stop.IsCancellationRequested)
            {
                return count;
            }

            (await PostAsync(host, $"needle of connection {number}")).ShouldBe(HttpStatusCode.OK);
        }
    }

    private static async Task<int> ForwardAsync(ProductHost host, string token, HttpStatusCode expected, CancellationToken stop)
    {
        for (var count = 0; ; count++)
        {
            if (stop.IsCancellationRequested)
            {
                return count;
            }

            using var response = await host.PostAsync(
                "/_forward/v1/messages", Bodies.Anthropic("hello"), ("X-Lumen-Forward-Host", "api.anthropic.com"), ("X-Lumen-Argus-Agent-Token", token));
            response.StatusCode.ShouldBe(expected);
        }
    }

    private static async Task<HttpStatusCode> PostAsync(ProductHost host, string text)
    {
        using var response = await host.PostAsync("/v1/messages", Bodies.Anthropic(text));
        (await response.Content.ReadAsStringAsync()).ShouldContain(StandInProvider.Sentence);
        return response.StatusCode;
    }

    private static async Task<IReadOnlyList<string>> FindingsAsync(ProductHost host, string text)
    {
        host.Sink.Decided.Clear();
        (await PostAsync(host, text)).ShouldBe(HttpStatusCode.OK);
        return [.. host.Sink.Decided.Single().Scan.Findings.Select(static finding => finding.Type)];
    }

    private static async Task<string> ReadEventAsync(StreamReader events)
    {
        using var limit = Limits.Token();
        return string.Concat(
            await events.ReadLineAsync(limit.Token), "\n", await events.ReadLineAsync(limit.Token), "\n", await events.ReadLineAsync(limit.Token), "\n");
    }

    private static int ProcessOf(ProductHost host) => host.Product.Plugins.Plugins.Active.Single().Isolation!.ProcessId!.Value;

    private static async Task SwapAsync(ProductHost host, int number)
    {
        host.Extensions.Replace(TestPlugins.Finder, manifest => manifest["version"] = $"2.0.{number}");
        (await ReloadAsync(host)).Plugins.ShouldHaveSingleItem().ToString().ShouldEndWith($"-> 2.0.{number}");
    }

    private static async Task<ReloadReport> ReloadAsync(ProductHost host)
    {
        var report = await host.Product.ReloadAsync(wanted: null, [], Limits.Token().Token);
        report.Errors.ShouldBeEmpty();
        return report;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Keep(ProductHost host) => _kept.Add(host.Product.Generation.Plugins.Active.Single().Contributions.Detectors[0].Detector);
}
