using System.Runtime.CompilerServices;
using LumenArgus.PluginRuntime.Invocation;
using LumenArgus.PluginRuntime.Lanes;
using LumenArgus.PluginRuntime.Loading;
using LumenArgus.PluginTesting;
using LumenArgus.Testing.Plugins;
using Microsoft.Extensions.Logging.Abstractions;

namespace LumenArgus.Tests.PluginRuntime.Loading;

[Collection(UnloadCollection.Name)]
public sealed class PluginUnloadTests : IDisposable
{
    private readonly ScanLanes _lanes = new(new ScanLanesOptions { Threads = 2 }, TimeProvider.System, NullLogger.Instance);
    private readonly List<object> _kept = [];

    public void Dispose() => _lanes.Dispose();

    [Fact]
    public async Task Retire_PluginThatScanned_LeavesMemory() =>
        AssertUnloads(await LoadRunRetireAsync(TestPlugins.Finder, handle => new DetectJob(handle, "a needle")));

    [Fact]
    public async Task Retire_PluginThatThrew_LeavesMemoryAlthoughItsFaultIsKept() =>
        AssertUnloads(await LoadRunRetireAsync(TestPlugins.Throwing, handle => new DetectJob(handle, "text")));

    [Fact]
    public async Task Retire_PluginWithRulesAndValidator_LeavesMemoryAlthoughItsRulesAreKept() =>
        AssertUnloads(await LoadRunRetireAsync(TestPlugins.Rules, _ => null));

    [Fact]
    public async Task Retire_PluginWithPrivateDependency_LeavesMemory() =>
        AssertUnloads(await LoadRunRetireAsync(TestPlugins.PrivateDependency, handle => new DetectJob(handle, "alpha")));

    [Fact]
    public async Task Retire_PluginWhoseDetectorIsKept_StaysInMemory()
    {
        // The negative control: shows that the tests above would see a leak.
        var context = await LoadRunRetireAsync(TestPlugins.Finder, handle =>
        {
            _kept.Add(handle.Contributions.Detectors[0].Detector);
            return null;
        });

        UnloadAssert.HasLeft(context).ShouldBeFalse();
    }

    private static void AssertUnloads(WeakReference context) => UnloadAssert.HasLeft(context).ShouldBeTrue();

    [MethodImpl(MethodImplOptions.NoInlining)]
    private async Task<WeakReference> LoadRunRetireAsync(TestPlugin plugin, Func<PluginHandle, LaneJob?> createJob)
    {
        await using var bench = new PluginBench();
        bench.Extensions.Add(plugin);
        var set = await bench.LoadAsync();
        await RunAsync(set.Active.ShouldHaveSingleItem(), createJob);
        var retirement = await set.Active[0].RetireAsync(TimeSpan.FromSeconds(10), CancellationToken.None);
        retirement.Drained.ShouldBeTrue();
        retirement.Problem.ShouldBeNull();
        set.Active[0].State.ShouldBe(PluginState.Unloaded);

        // What a host keeps of a retired plugin: the set with its handles, faults and rules.
        _kept.Add(set);
        return retirement.Context;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private async Task RunAsync(PluginHandle handle, Func<PluginHandle, LaneJob?> createJob)
    {
        var invoker = new PluginInvoker(TimeProvider.System, NullLogger.Instance);
        _kept.Add(await invoker.ReadRulesAsync(handle, TimeSpan.FromSeconds(10), CancellationToken.None));
        foreach (var validator in handle.Contributions.RuleValidators)
        {
            validator.IsValid("test_9999").ShouldBeTrue();
        }

        if (createJob(handle) is { } job)
        {
            await _lanes.RunAsync(job, CancellationToken.None);
        }
    }
}
