using System.Collections.Immutable;
using LumenArgus.Inspection.Generations;
using LumenArgus.PluginRuntime.Invocation;
using LumenArgus.PluginRuntime.Lanes;

namespace LumenArgus.Inspection.Inspecting;

/// <summary>Gives the providers of plugins in a form that can be called safely.</summary>
public sealed class PluginProviders(ScanLanes lanes, PluginInvoker invoker)
{
    /// <summary>The providers of a generation's plugins. Whoever keeps one keeps the plugin's code in memory: no longer than the generation.</summary>
    /// <param name="generation">The generation.</param>
    /// <returns>The providers in the order in which the plugins were loaded.</returns>
    public ImmutableArray<PluginProvider> Of(Generation generation)
    {
        ArgumentNullException.ThrowIfNull(generation);
        return [.. generation.Providers.Select(part => new PluginProvider(lanes, invoker, part))];
    }
}
