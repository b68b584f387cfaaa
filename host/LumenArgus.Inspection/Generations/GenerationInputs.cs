using LumenArgus.Inspection.Configuration;
using LumenArgus.PluginRuntime.Loading;

namespace LumenArgus.Inspection.Generations;

/// <summary>All that a generation is built from. What else decides about an exchange comes in here, so that one place sees that it changed.</summary>
public sealed record GenerationInputs
{
    /// <summary>The configuration.</summary>
    public required LumenArgusConfig Config { get; init; }

    /// <summary>The plugins.</summary>
    public required PluginSet Plugins { get; init; }

    /// <summary>The generation before, from which is taken over what stays the same; null for the first one.</summary>
    public Generation? Previous { get; init; }
}
