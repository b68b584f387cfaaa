using LumenArgus.PluginRuntime.Loading;

namespace LumenArgus.Inspection.Generations;

/// <summary>Something that a plugin contributed, with the plugin: only the invoker may call it.</summary>
internal sealed record PluginPart<T>(PluginHandle Plugin, T Part)
    where T : class;
