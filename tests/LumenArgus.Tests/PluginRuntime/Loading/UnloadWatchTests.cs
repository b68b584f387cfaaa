using LumenArgus.PluginRuntime.Loading;
using LumenArgus.Testing;
using LumenArgus.Testing.Plugins;
using Microsoft.Extensions.Logging.Abstractions;

namespace LumenArgus.Tests.PluginRuntime.Loading;

public sealed class UnloadWatchTests : IAsyncDisposable
{
    private readonly ManualTimeProvider _clock = new();
    private readonly PluginBench _bench = new();
    private readonly UnloadWatch _watch;
    private int _collections;
    private int _asked;

    public UnloadWatchTests() => _watch = new UnloadWatch(_clock, NullLogger.Instance) { Collections = () => _collections, Collect = () => _asked++ };

    public ValueTask DisposeAsync()
    {
        _watch.Dispose();
        return _bench.DisposeAsync();
    }

    [Fact]
    public async Task Look_ContextGone_DeletesTheCopyItWasLoadedFrom()
    {
        var plugin = await RetireAsync(new WeakReference(null));
        Directory.GetDirectories(Path.Combine(_bench.Data, "plugin-shadow", plugin.Id)).ShouldNotBeEmpty();

        _clock.Advance(TimeSpan.FromSeconds(10));

        _watch.CountAlive().ShouldBe(0);
        _watch.Left.ShouldBe(1);
        plugin.State.ShouldBe(PluginState.Unloaded);
        Directory.GetDirectories(Path.Combine(_bench.Data, "plugin-shadow", plugin.Id)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Look_AliveAfterThreeCollections_IsStuck()
    {
        var kept = new object();
        var plugin = await RetireAsync(new WeakReference(kept));
        _collections = 3;
        _clock.Advance(TimeSpan.FromSeconds(20));
        _watch.Stuck.ShouldBe(0);

        _clock.Advance(TimeSpan.FromSeconds(10));

        _watch.Stuck.ShouldBe(1);
        plugin.State.ShouldBe(PluginState.UnloadStuck);
        _watch.GetStatus().ShouldHaveSingleItem().Reason.ShouldContain("something outside of it");
        _asked.ShouldBe(0);
        GC.KeepAlive(kept);
    }

    [Fact]
    public async Task Look_AliveInAnIdleProcess_AsksForCollectionsBeforeItSaysSo()
    {
        var kept = new object();
        await RetireAsync(new WeakReference(kept));
        _clock.Advance(TimeSpan.FromSeconds(590));
        _asked.ShouldBe(0);

        _clock.Advance(TimeSpan.FromSeconds(10));
        _asked.ShouldBe(1);
        _watch.Stuck.ShouldBe(0);
        _collections = 3;
        _clock.Advance(TimeSpan.FromSeconds(10));

        _watch.Stuck.ShouldBe(1);
        _asked.ShouldBe(1);
        GC.KeepAlive(kept);
    }

    [Fact]
    public async Task Look_PluginThatLeftATimer_NamesTheLikelyPin()
    {
        _bench.Settings["case"] = "timer";
        _bench.Extensions.Add(TestPlugins.Pinning);
        var plugin = await _bench.LoadActiveAsync();
        _watch.Add(plugin, await plugin.RetireAsync(TimeSpan.Zero, CancellationToken.None));
        _collections = 3;

        _clock.Advance(TimeSpan.FromSeconds(30));

        _watch.GetStatus().ShouldHaveSingleItem().Reason.ShouldContain("a Timer that was not disposed");
    }

    // What a real context does is in the unload tests; here the time counts.
    private async Task<PluginHandle> RetireAsync(WeakReference context)
    {
        _bench.Extensions.Add(TestPlugins.Finder);
        var plugin = await _bench.LoadActiveAsync();
        await plugin.RetireAsync(TimeSpan.Zero, CancellationToken.None);
        _watch.Add(plugin, new PluginRetirement(Drained: true, Problem: null, context));
        return plugin;
    }
}
