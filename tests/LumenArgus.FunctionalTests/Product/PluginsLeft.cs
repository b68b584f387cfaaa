using LumenArgus.PluginRuntime.Loading;

namespace LumenArgus.FunctionalTests.Product;

/// <summary>Asserts that the code of plugins which were replaced or taken away has left memory. For tests of the <see cref="MemoryCollection"/>.</summary>
internal static class PluginsLeft
{
    /// <param name="host">The product.</param>
    /// <param name="expected">How many have left since the start; null if it does not matter.</param>
    public static async Task AssertAsync(ProductHost host, int? expected = null)
    {
        await WaitAsync(host);
        var plugins = host.Product.Plugins;
        plugins.Unloads.CountAlive().ShouldBe(0);
        plugins.Unloads.Look();
        if (expected is { } count)
        {
            plugins.Unloads.Left.ShouldBe(count);
        }

        plugins.GetLeaving().ShouldBeEmpty();
    }

    /// <summary>Collects until all have left, or until it is clear that one stays.</summary>
    public static async Task WaitAsync(ProductHost host)
    {
        await host.Product.Plugins.WhenLeftAsync();

        // Off the stack that has just ended a plugin: its frames still hold it.
        await Task.Yield();
        for (var i = 0; host.Product.Plugins.Unloads.CountAlive() > 0 && i < 15; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }
    }
}
