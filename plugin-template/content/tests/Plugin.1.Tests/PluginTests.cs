#if (hasDetection)
using System.Text;
#endif
using LumenArgus.PluginTesting;

namespace Plugin._1.Tests;

/// <summary>Runs alone: what parallel tests have on their stacks would keep the plugin in memory.</summary>
[CollectionDefinition(nameof(PluginTests), DisableParallelization = true)]
[Collection(nameof(PluginTests))]
public sealed class PluginTests
{
    [Fact]
    public async Task Load_WithoutConfiguration_IsActive()
    {
        await using var host = await Plugin.LoadAsync();

        Assert.Equal("PLUGIN_ID", host.Id);
        Assert.NotEmpty(host.Hooks);
        Assert.Empty(host.PinRisks);
    }

    [Fact]
    public Task Stop_AfterItWasUsed_ItsCodeLeavesMemory() => UnloadAssert.LeavesMemoryAsync(Plugin.Folder, static async host =>
    {
        await host.ScanTextAsync("some text");
#if (hasDetection)
        await host.ScanAsync(Encoding.UTF8.GetBytes("""{"model":"m","messages":[]}"""));
#endif
#if (hasPage)
        await host.RenderPageAsync("SAMPLE-ID");
#endif
    });
}
