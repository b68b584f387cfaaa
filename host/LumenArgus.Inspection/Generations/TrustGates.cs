using LumenArgus.Inspection.Configuration;
using LumenArgus.PluginRuntime.Trust;

namespace LumenArgus.Inspection.Generations;

/// <summary>Makes of the configuration what decides about plugins.</summary>
public static class TrustGates
{
    /// <summary>The gate that the configuration asks for.</summary>
    /// <param name="plugins">The configuration.</param>
    /// <param name="home">Folder of the product's own data.</param>
    /// <returns>The gate.</returns>
    public static TrustGate For(PluginsConfig plugins, string home)
    {
        ArgumentNullException.ThrowIfNull(plugins);
        return plugins.Trust switch
        {
            PluginTrust.Pinned => TrustGate.Pinned(Path.Combine(home, PluginPins.FileName)),
            PluginTrust.Signed => TrustGate.SignedBy([.. plugins.TrustedKeys.Select(PluginKey.TryParse).OfType<PluginKey>()], ShippedPlugins.Read(AppContext.BaseDirectory)),
            _ => TrustGate.Open,
        };
    }
}
