using LumenArgus.Abstractions.Host;
using LumenArgus.Abstractions.Plugin;

namespace LumenArgus.TestPlugins.Vendor;

/// <summary>Adds a provider with a format that no other has.</summary>
public sealed class VendorPlugin : ILumenPlugin
{
    public void Configure(IPluginBuilder plugin) => plugin.Registry.AddProvider(_ => new VendorProvider(plugin.Configuration));
}
