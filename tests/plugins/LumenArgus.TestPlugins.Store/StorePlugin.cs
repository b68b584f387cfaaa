using LumenArgus.Abstractions.Host;
using LumenArgus.Abstractions.Plugin;

namespace LumenArgus.TestPlugins.Store;

/// <summary>Keeps findings in memory. The file that the configuration's <c>switch</c> names has its calls <c>throw</c>, <c>hang</c> or give <c>garbage</c> while it says so.</summary>
public sealed class StorePlugin : ILumenPlugin
{
    public void Configure(IPluginBuilder plugin)
    {
        ArgumentNullException.ThrowIfNull(plugin);
        var file = plugin.Configuration["switch"];
        plugin.Registry.SetFindingStore(_ => new MemoryFindingStore(file));
    }
}
