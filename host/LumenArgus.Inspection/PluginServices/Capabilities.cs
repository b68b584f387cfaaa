using LumenArgus.PluginRuntime.Manifests;

namespace LumenArgus.Inspection.PluginServices;

/// <summary>Holds a plugin to what its manifest asks for, which is what an operator is shown.</summary>
internal static class Capabilities
{
    /// <exception cref="InvalidOperationException">The manifest does not ask for it.</exception>
    public static void Demand(PluginManifest manifest, string capability)
    {
        if (!manifest.Capabilities.Contains(capability))
        {
            throw new InvalidOperationException($"The plugin lacks the capability '{capability}': add it to PluginCapabilities (capabilities in plugin.json).");
        }
    }
}
