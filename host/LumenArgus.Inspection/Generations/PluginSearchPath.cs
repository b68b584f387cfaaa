using System.Collections.Immutable;

namespace LumenArgus.Inspection.Generations;

/// <summary>Where plugins are looked for and where the copies that are loaded live.</summary>
/// <param name="Folders">Search folders, first one first.</param>
/// <param name="DataDirectory">The host's own data folder.</param>
public sealed record PluginSearchPath(ImmutableArray<string> Folders, string DataDirectory)
{
    /// <summary>The one plugin to load, with those it depends on.</summary>
    /// <value>Null (default) loads all.</value>
    public string? Only { get; init; }
}
