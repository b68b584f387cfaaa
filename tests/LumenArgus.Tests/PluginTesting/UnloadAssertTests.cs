using LumenArgus.PluginTesting;
using LumenArgus.Testing.Plugins;
using LumenArgus.Tests.PluginRuntime.Loading;

namespace LumenArgus.Tests.PluginTesting;

[Collection(UnloadCollection.Name)]
public sealed class UnloadAssertTests
{
    [Fact]
    public async Task LeavesMemory_PluginsThatWereUsed_Leave()
    {
        await UnloadAssert.LeavesMemoryAsync(TestPlugins.Finder.Output, static host => host.ScanTextAsync("a needle"));
        await UnloadAssert.LeavesMemoryAsync(TestPlugins.Pii.Output, static host => host.CheckRulesAsync());
        await UnloadAssert.LeavesMemoryAsync(TestPlugins.Pii.Output, static host => host.ScanTextAsync("a text"));
        await UnloadAssert.LeavesMemoryAsync(TestPlugins.Pages.Output, static host => host.RenderPageAsync(host.Pages.First(static page => page.Module is null).Id));
    }

    [Fact]
    public async Task LeavesMemory_PluginWithATimer_NamesIt()
    {
        var stays = await Should.ThrowAsync<PluginStaysException>(() => UnloadAssert.LeavesMemoryAsync(
            TestPlugins.Pinning.Output, static _ => Task.CompletedTask, new() { Settings = new Dictionary<string, string?> { ["case"] = "timer" } }));

        stays.Message.ShouldContain("test.pinning");
        stays.Message.ShouldContain("a Timer that was not disposed");
    }

    [Fact]
    public async Task LeavesMemory_PluginWhoseObjectsAreKept_Throws()
    {
        // The negative control for what a test itself keeps.
        object? kept = null;

        await Should.ThrowAsync<PluginStaysException>(() => UnloadAssert.LeavesMemoryAsync(
            TestPlugins.Finder.Output,
            host => host.CallAsync<Abstractions.Plugin.IDetector, bool>(detector =>
            {
                kept = detector;
                return true;
            })));

        GC.KeepAlive(kept);
    }
}
