using System.Net;
using LumenArgus.Abstractions.Model;
using LumenArgus.Inspection.Configuration;
using LumenArgus.PluginRuntime.Loading;
using LumenArgus.Testing.Plugins;
using LumenArgus.Testing.StandIn;

namespace LumenArgus.FunctionalTests.Product;

/// <summary>
/// What the host does with each thing that a detector can do wrong, in its own process and in one of the plugin's. In every row the request is answered, what the other
/// detectors found counts, and the next request is looked at.
/// </summary>
[Collection(MemoryCollection.Name)]
public sealed class FaultMatrixTests
{
    private const string Own = "detector faulty of plugin test.faulty failed";
    private const string Hung = "plugin test.faulty ran over its budget in detect";
    private const string Slow = "detector faulty of plugin test.faulty ran over its budget";

    // A process may still be busy with dying when its budget is spent: then it is ended.
    private const string OwnOrSlow = "detector faulty of plugin test.faulty ";

    /// <summary>The fault; what is said of it, or null; the findings that count all the same; how many processes it costs, or -1 where it runs in the host's.</summary>
    public static TheoryData<string, string?, string, int> Matrix => new()
    {
        { "fault:throw", Own, "", -1 },
        { "fault:throw", Own, "", 0 },
        { "fault:hang", Hung, "", -1 },
        { "fault:hang", Slow, "", 1 },
        { "fault:spin", Hung, "", -1 },
        { "fault:spin", Slow, "", 1 },
        { "fault:lock", Hung, "", -1 },
        { "fault:lock", Slow, "", 1 },
        { "fault:leak", null, "", -1 },
        { "fault:leak", null, "", 0 },
        { "fault:outside", Own, "before", -1 },
        { "fault:outside", Own, "before", 0 },
        { "fault:negative", Own, "", -1 },
        { "fault:negative", Own, "", 0 },
        { "fault:overlapping", null, "overlapping", -1 },
        { "fault:overlapping", null, "overlapping", 0 },
        { "fault:path", null, "path_right", -1 },
        { "fault:path", null, "path_right", 0 },
        { "fault:print", null, "", 0 },
        { "fault:allocate", OwnOrSlow, "", 1 },
        { "fault:stack-overflow", OwnOrSlow, "", 1 },
        { "fault:fail-fast", OwnOrSlow, "", 1 },
        { "fault:exit", OwnOrSlow, "", 1 },
        { "wait-fault:throw", "detector faulty_waiting of plugin test.faulty failed", "", -1 },
        { "wait-fault:throw", "detector faulty_waiting of plugin test.faulty failed", "", 0 },
        { "wait-fault:outside", "detector faulty_waiting of plugin test.faulty reported 2 match(es) outside of the text", "waiting", -1 },
        { "wait-fault:outside", "detector faulty_waiting of plugin test.faulty reported 2 match(es) outside of the text", "waiting", 0 },
        { "wait-fault:hang", "detector faulty_waiting of plugin test.faulty ran over its budget", "", -1 },
        { "wait-fault:hang", "detector faulty_waiting of plugin test.faulty ran over its budget", "", 1 },
    };

    [Theory]
    [MemberData(nameof(Matrix))]
    public async Task Fault_OfADetector_CostsThePluginAndNobodyElse(string fault, string? said, string found, int restarts)
    {
        await using var provider = await StandInProvider.StartAsync();
        await using var host = await StartAsync(provider, isIsolated: restarts >= 0);

        using (var response = await host.PostAsync("/v1/messages", $$"""{"messages":[{"role":"user","content":"{{fault}}"},{"role":"user","content":"a needle"}]}"""))
        {
            host.ShouldAnswer(response, HttpStatusCode.OK);
        }

        var findings = host.Sink.Decided.ShouldHaveSingleItem().Scan.Findings;
        findings.ShouldContain(static finding => finding.Type == "needle");
        var told = findings.Where(static finding => finding.Origin == FindingOrigin.Framework).Select(static finding => finding.Detail!).ToList();
        told.Count(detail => said is not null && detail.StartsWith(said, StringComparison.Ordinal)).ShouldBe(said is null ? 0 : 1);

        // With its process the plugin's other detector is gone for this request, and that is said too.
        told.Count.ShouldBe((said is null ? 0 : 1) + (restarts > 0 && fault.StartsWith("fault:", StringComparison.Ordinal) ? 1 : 0));
        findings.Where(static finding => finding.Origin == FindingOrigin.Detector && finding.Type != "needle").Select(static finding => finding.Type).Distinct()
            .ShouldBe(found.Length == 0 ? [] : [found]);

        var plugin = host.Product.Plugins.Plugins.Find(TestPlugins.Faulty.Id)!;
        if (restarts >= 0)
        {
            SpinWait.SpinUntil(() => plugin.Isolation is { ProcessId: not null } process && process.Restarts == restarts && plugin.Faults.Down is null, Limits.Default).ShouldBeTrue();
        }

        plugin.State.ShouldBe(said is null || said.Contains("outside", StringComparison.Ordinal) ? PluginState.Active : PluginState.Degraded);
        host.Sink.Decided.Clear();
        using var next = await host.PostAsync("/v1/messages", Bodies.Anthropic("a needle"));
        host.Sink.Decided.ShouldHaveSingleItem().Scan.Findings.ShouldHaveSingleItem().Type.ShouldBe("needle");
        host.Logs.ShouldNotContain("quotes fault");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Fault_AMillionFindings_AreBoundedAndSaid(bool isIsolated)
    {
        await using var provider = await StandInProvider.StartAsync();
        await using var host = await StartAsync(provider, isIsolated);
        using var response = await host.PostAsync("/v1/messages", Bodies.Anthropic("fault:million"));
        host.ShouldAnswer(response, HttpStatusCode.OK);

        // In the host they are all taken, or the call is given up on the way; from a process at most a hundred thousand come.
        var findings = host.Sink.Decided.ShouldHaveSingleItem().Scan.Findings;
        findings.Sum(static finding => finding.Type == "million" ? finding.Count : 0).ShouldBeInRange(0, isIsolated ? 100_000 : 1_000_000);
        if (isIsolated)
        {
            findings.ShouldContain(static finding => finding.Detail!.StartsWith(OwnOrSlow, StringComparison.Ordinal));
        }
    }

    [Theory]
    [InlineData(true, "fault:mutate")]
    [InlineData(false, "fault:Mutate")]
    public async Task Fault_TextIsWrittenTo_ReachesOnlyThePluginsOwnCopyFromAProcess(bool isIsolated, string sent)
    {
        // The second row is a known limit: code in the host's process can write where it reads, whatever its types say.
        await using var provider = await StandInProvider.StartAsync();
        await using var host = await StartAsync(provider, isIsolated);
        using var response = await host.PostAsync("/v1/messages", Bodies.Anthropic("fault:mutate"));
        provider.Requests.ShouldHaveSingleItem().BodyText.ShouldContain(sent);
    }

    [Fact]
    public async Task Fault_ExceptionThatNobodyCatches_EndsTheProcessAndNotTheHost()
    {
        await using var provider = await StandInProvider.StartAsync();
        await using var host = await StartAsync(provider, isIsolated: true);
        using (await host.PostAsync("/v1/messages", Bodies.Anthropic("fault:async-void")))
        {
            var plugin = host.Product.Plugins.Plugins.Find(TestPlugins.Faulty.Id)!;
            SpinWait.SpinUntil(() => plugin.Isolation!.Restarts == 1 && plugin.Faults.Down is null, Limits.Default).ShouldBeTrue();
        }

        using var next = await host.PostAsync("/v1/messages", Bodies.Anthropic("a needle"));
        host.ShouldAnswer(next, HttpStatusCode.OK);
        host.Logs.ShouldContain("standard error: Unhandled exception. System.InvalidOperationException");
        host.Logs.ShouldNotContain("nobody waits for this");
    }

    [Fact]
    public async Task Fault_InAProcess_OnFaultBlocks_BlocksItsExchangeAndThoseWithoutAProcess()
    {
        await using var provider = await StandInProvider.StartAsync();
        await using var host = await StartAsync(
            provider, isIsolated: true, static config => config with { Plugins = config.Plugins with { OnFault = OnFault.Block } });
        using (var response = await host.PostAsync("/v1/messages", Bodies.Anthropic("fault:spin")))
        {
            response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        }

        // Until it is there again nothing passes unseen.
        var plugin = host.Product.Plugins.Plugins.Find(TestPlugins.Faulty.Id)!;
        using (var response = await host.PostAsync("/v1/messages", Bodies.Anthropic("nothing")))
        {
            response.StatusCode.ShouldBe(plugin.Isolation!.Restarts == 0 ? HttpStatusCode.BadRequest : response.StatusCode);
        }

        SpinWait.SpinUntil(() => plugin.Isolation is { Restarts: 1 } && plugin.Faults.Down is null, Limits.Default).ShouldBeTrue();
        using var next = await host.PostAsync("/v1/messages", Bodies.Anthropic("nothing"));
        host.ShouldAnswer(next, HttpStatusCode.OK);
        (await host.Client.GetStringAsync("/health")).ShouldContain("\"degraded\":false");
    }

    [Fact]
    public async Task Health_WhileThereIsNoProcess_SaysWhichDetectorDoesNotRun()
    {
        await using var provider = await StandInProvider.StartAsync();
        await using var host = await StartAsync(provider, isIsolated: true);
        var plugin = host.Product.Plugins.Plugins.Find(TestPlugins.Faulty.Id)!;
        plugin.Faults.SetDown("its process was ended");
        var health = await host.Client.GetStringAsync("/health");
        health.ShouldContain("\"degraded\":true");
        health.ShouldContain("detector faulty is not active: its process was ended");
        host.Sink.Decided.Clear();
        using var response = await host.PostAsync("/v1/messages", Bodies.Anthropic("nothing"));
        host.Sink.Decided.ShouldHaveSingleItem().Scan.Findings.ShouldContain(
            static finding => finding.Type == "scan_error" && finding.Detail == "detector faulty of plugin test.faulty does not run: its process was ended");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task LargeBodies_LeaveEveryDetectorActive(bool isIsolated)
    {
        await using var provider = await StandInProvider.StartAsync();
        await using var host = await ProductHost.StartAsync(provider.BaseAddress, extensions: folder =>
        {
            folder.With(TestPlugins.Secrets, TestPlugins.Pii, TestPlugins.Proprietary);
            folder.Add(TestPlugins.Finder, manifest => manifest["isolation"] = isIsolated ? "process" : "none");
        });
        var body = System.Text.Encoding.UTF8.GetBytes(Bodies.Anthropic(string.Concat(Enumerable.Repeat("a line of text that says nothing at all\\n", Soak.Times(100_000, 1_200_000))) + "a needle"));
        for (var i = 0; i < Soak.Times(4, 20); i++)
        {
            using var response = await host.PostAsync("/v1/messages", body);
            host.ShouldAnswer(response, HttpStatusCode.OK);
            (await response.Content.ReadAsStringAsync()).ShouldContain(StandInProvider.Sentence);
        }

        host.Sink.Decided.Count.ShouldBe(Soak.Times(4, 20));
        host.Sink.Decided.ShouldAllBe(static record => record.Scan.Findings.Length == 1 && record.Scan.Findings[0].Type == "needle");
        host.Product.Plugins.Plugins.All.ShouldAllBe(static plugin => plugin.State == PluginState.Active);
    }

    private static Task<ProductHost> StartAsync(StandInProvider provider, bool isIsolated, Func<LumenArgusConfig, LumenArgusConfig>? configure = null) => ProductHost.StartAsync(
        provider.BaseAddress,
        configure,
        folder =>
        {
            folder.Add(TestPlugins.Finder);
            folder.Add(TestPlugins.Faulty, manifest => manifest["isolation"] = isIsolated ? "process" : "none");
        });
}
