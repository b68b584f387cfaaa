using System.Collections.Immutable;

namespace LumenArgus.PluginRuntime.Manifests;

/// <summary>A valid <c>plugin.json</c>. Holds facts of the author only; the state of a plugin is never written into its folder.</summary>
public sealed record PluginManifest
{
    /// <summary>The name of the file in the plugin's folder.</summary>
    public const string FileName = "plugin.json";

    /// <summary>Format of the file; always 1.</summary>
    public required int Schema { get; init; }

    /// <summary>Lower-case words joined by dots or hyphens; also the folder's name and the configuration key.</summary>
    public required string Id { get; init; }

    /// <summary>Version of the plugin.</summary>
    public required string Version { get; init; }

    /// <summary>The plugin's dll, relative to its folder and inside it.</summary>
    public required string Entry { get; init; }

    /// <summary>Full name of the class that implements ILumenPlugin.</summary>
    public required string EntryType { get; init; }

    /// <summary>The contract it was built against.</summary>
    public required ApiVersion Api { get; init; }

    /// <summary>What it may register; see <see cref="PluginCapability"/>.</summary>
    public ImmutableArray<string> Capabilities { get; init; } = [];

    /// <summary>Names of the detectors that its rules and detectors report as.</summary>
    public ImmutableArray<string> Detectors { get; init; } = [];

    /// <summary>Where its author wants its code to run. The operator's word goes before it.</summary>
    public PluginIsolation Isolation { get; init; }

    /// <summary>Identifiers of plugins that must be active before this one is loaded.</summary>
    public ImmutableArray<string> DependsOn { get; init; } = [];

    /// <summary>Commands it adds to the executable.</summary>
    public ImmutableArray<PluginCommand> Commands { get; init; } = [];
}
