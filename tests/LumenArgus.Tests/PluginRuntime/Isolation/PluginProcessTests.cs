using System.Diagnostics;
using System.Text.Json.Nodes;
using LumenArgus.PluginRuntime.Invocation;
using LumenArgus.PluginRuntime.Isolation;
using LumenArgus.PluginRuntime.Lanes;
using LumenArgus.PluginRuntime.Loading;
using LumenArgus.Testing.Plugins;
using LumenArgus.Tests.PluginRuntime.Loading;
using Microsoft.Extensions.Logging.Abstractions;

namespace LumenArgus.Tests.PluginRuntime.Isolation;

/// <summary>Plugins in processes of their own: real processes, started from the product's executable.</summary>
[Collection(UnloadCollection.Name)]
public sealed class PluginProcessTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task Detect_InAProcess_ReportsWhatItReportsInTheHost()
    {
        await using var bench = Bench(TestPlugins.Finder);
        var handle = await bench.LoadActiveAsync();
        var job = await DetectAsync(handle, "a needle and a needle");

        job.Status.ShouldBe(PluginCallStatus.Ok);
        job.Sink.Reports.ShouldBe(2);
        handle.Isolation!.ProcessId.ShouldNotBeNull().ShouldNotBe(Environment.ProcessId);
        handle.Isolation.MemoryBytes.ShouldBeGreaterThan(0);
        handle.GetStatus().Hooks.ShouldBe(["detector"]);
    }

    [Fact]
    public async Task Detect_SettingsOfThePlugin_GoThereByThePipe()
    {
        await using var bench = Bench(TestPlugins.Finder);
        bench.Settings["needle"] = "thread";
        var job = await DetectAsync(await bench.LoadActiveAsync(), "a needle and a thread");
        job.Sink.Reports.ShouldBe(1);
    }

    [Fact]
    public async Task Detect_EndlessLoop_CostsOneProcessRestart()
    {
        await using var bench = Bench(TestPlugins.Spinning);
        var handle = await bench.LoadActiveAsync();
        var before = handle.Isolation!.ProcessId;

        var job = await DetectAsync(handle, "spin now");

        job.Status.ShouldBe(PluginCallStatus.TimedOut);
        handle.Faults.Abandoned.ShouldBe(0);
        WaitUntilUp(handle);
        handle.Isolation.Restarts.ShouldBe(1);
        handle.Isolation.ProcessId.ShouldNotBe(before);
        (await DetectAsync(handle, "nothing")).Status.ShouldBe(PluginCallStatus.Ok);
        handle.State.ShouldBe(PluginState.Degraded);
    }

    [Fact]
    public async Task Detect_WhileThereIsNoProcess_IsNotCalledAndCountsAsNotActive()
    {
        await using var bench = Bench(new IsolationOptions { FirstRestart = TimeSpan.FromHours(1), MaxRestart = TimeSpan.FromHours(1) }, TestPlugins.Spinning);
        var set = await bench.LoadAsync();
        var handle = set.Active.Single();

        (await DetectAsync(handle, "spin now")).Status.ShouldBe(PluginCallStatus.TimedOut);
        SpinWait.SpinUntil(() => handle.Faults.Down is not null, Limit).ShouldBeTrue();

        (await DetectAsync(handle, "nothing")).Status.ShouldBe(PluginCallStatus.NotCalled);
        handle.GetStatus().State.ShouldBe(PluginState.Quarantined);
        set.GetInactiveDetectors().ShouldHaveSingleItem().Reason.ShouldBe("its process was ended: budget spent; it is started again after 3600 s");
    }

    [Fact]
    public async Task Process_ThatIsKilled_IsStartedAgain()
    {
        await using var bench = Bench(TestPlugins.Finder);
        var handle = await bench.LoadActiveAsync();
        using (var process = Process.GetProcessById(handle.Isolation!.ProcessId!.Value))
        {
            process.Kill();
        }

        SpinWait.SpinUntil(() => handle.Isolation.Restarts == 1, Limit).ShouldBeTrue();
        WaitUntilUp(handle);
        (await DetectAsync(handle, "a needle")).Sink.Reports.ShouldBe(1);
    }

    [Fact]
    public async Task Retire_EndsTheProcess()
    {
        await using var bench = Bench(TestPlugins.Finder);
        var handle = await bench.LoadActiveAsync();
        using var process = Process.GetProcessById(handle.Isolation!.ProcessId!.Value);

        var retirement = await handle.RetireAsync(TimeSpan.Zero, CancellationToken.None);

        retirement.Problem.ShouldBeNull();
        retirement.Context.IsAlive.ShouldBeFalse();
        process.WaitForExit(Limit).ShouldBeTrue();
        handle.Isolation.ShouldBeNull();
    }

    [Fact]
    public async Task Process_HasNoSocketAndNoVariableOfTheHost()
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        using var listener = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        listener.Start();
        Environment.SetEnvironmentVariable("LUMEN_TEST_TOKEN", "not for plugins");
        try
        {
            await using var bench = Bench(TestPlugins.Finder);
            var id = (await bench.LoadActiveAsync()).Isolation!.ProcessId!.Value;

            // The negative control: this process has both.
            Sockets(Environment.ProcessId).ShouldNotBeEmpty();
            Sockets(id).ShouldBeEmpty();
            var names = File.ReadAllText($"/proc/{id}/environ").Split('\0', StringSplitOptions.RemoveEmptyEntries).Select(static each => each.Split('=')[0]);
            names.ShouldAllBe(static name => name == "PATH" || name == "HOME" || name == "LANG" || name.StartsWith("DOTNET_", StringComparison.Ordinal));
        }
        finally
        {
            Environment.SetEnvironmentVariable("LUMEN_TEST_TOKEN", null);
        }
    }

    [Fact]
    public async Task Load_CapabilityThatNeedsTheHost_IsRejectedBeforeAnythingRuns()
    {
        await using var bench = Bench(TestPlugins.Vendor);
        var status = await bench.LoadSingleAsync();
        status.State.ShouldBe(PluginState.Rejected);
        status.Reason.ShouldStartWith("cannot run in a process of its own: it declares provider, and only detect and rules can.");
    }

    [Fact]
    public async Task Load_ValidatorInAProcess_IsRejected()
    {
        await using var bench = Bench(TestPlugins.Rules);
        var status = await bench.LoadSingleAsync();
        status.State.ShouldBe(PluginState.Rejected);
        status.Reason.ShouldContain("it brings the validator test_even");
    }

    [Fact]
    public async Task Load_WhatFailsInTheProcess_IsTheReason()
    {
        await using var bench = new PluginBench();
        bench.Extensions.Add(TestPlugins.Throwing, static manifest =>
        {
            manifest["isolation"] = "process";
            manifest["entryType"] = "LumenArgus.TestPlugins.Throwing.ThrowsInStartPlugin";
        });
        (await bench.LoadSingleAsync()).Reason.ShouldStartWith("failed in StartAsync: System.");
    }

    [Fact]
    public async Task Detect_ThatThrows_IsAFaultWithoutTheMessage()
    {
        await using var bench = Bench(TestPlugins.Throwing);
        var handle = await bench.LoadActiveAsync();
        (await DetectAsync(handle, "canary of a text")).Status.ShouldBe(PluginCallStatus.Faulted);
        var fault = handle.Faults.Last.ShouldNotBeNull();
        fault.TypeName.ShouldBe("System.InvalidOperationException");
        fault.StackText.ShouldContain("ThrowsInDetectPlugin.Detect");
        fault.ToString().ShouldNotContain("canary");
        handle.Isolation!.Restarts.ShouldBe(0);
    }

    [Fact]
    public async Task Detect_ManyAtOnce_EachGetsItsOwnAnswer()
    {
        await using var bench = Bench(TestPlugins.Finder);
        var handle = await bench.LoadActiveAsync();
        using var lanes = new ScanLanes(new ScanLanesOptions(), TimeProvider.System, NullLogger.Instance);
        var jobs = Enumerable.Range(0, 200).Select(i => new DetectJob(handle, string.Concat(Enumerable.Repeat("needle ", i)))).ToList();
        await Task.WhenAll(jobs.Select(async job => await lanes.RunAsync(job, CancellationToken.None)));
        jobs.Select(static job => job.Sink.Reports).ShouldBe(Enumerable.Range(0, 200));
    }

    internal static PluginBench Bench(params ReadOnlySpan<TestPlugin> plugins) => Bench(new IsolationOptions(), plugins);

    internal static PluginBench Bench(IsolationOptions options, params ReadOnlySpan<TestPlugin> plugins)
    {
        var bench = new PluginBench { Isolation = options };
        foreach (var plugin in plugins)
        {
            bench.Extensions.Add(plugin, Isolate);
        }

        return bench;
    }

    private static void Isolate(JsonObject manifest) => manifest["isolation"] = "process";

    private static async Task<DetectJob> DetectAsync(PluginHandle handle, string text)
    {
        using var lanes = new ScanLanes(new ScanLanesOptions(), TimeProvider.System, NullLogger.Instance);
        var job = new DetectJob(handle, text);
        (await lanes.RunAsync(job, CancellationToken.None)).Status.ShouldBe(LaneStatus.Completed);
        return job;
    }

    private static void WaitUntilUp(PluginHandle handle) =>
        SpinWait.SpinUntil(() => handle.Isolation is { Restarts: > 0, ProcessId: not null } && handle.Faults.Down is null, Limit).ShouldBeTrue();

    private static IEnumerable<string> Sockets(int processId) =>
        Directory.GetFiles($"/proc/{processId}/fd").Select(static file => new FileInfo(file).LinkTarget ?? "").Where(static target => target.StartsWith("socket:", StringComparison.Ordinal));
}
