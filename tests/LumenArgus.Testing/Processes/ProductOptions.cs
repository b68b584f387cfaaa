namespace LumenArgus.Testing.Processes;

/// <summary>How to start the built product for one test.</summary>
public sealed record ProductOptions
{
    /// <summary>The executable <c>lumen-argus</c>.</summary>
    public required string Executable { get; init; }

    /// <summary>Folders of built plugins, each a complete plugin with its plugin.json. They are copied: the product never sees the originals.</summary>
    public required IReadOnlyList<string> PluginFolders { get; init; }

    /// <summary>Where all providers are, for example a stand-in.</summary>
    public required string UpstreamUrl { get; init; }

    /// <summary>Value of <c>--action</c>; <c>null</c> leaves the default.</summary>
    public string? Action { get; init; }

    /// <summary>Value of <c>proxy.port</c>, used without a flag; <c>null</c> takes a free port by <c>--port 0</c>.</summary>
    public int? Port { get; init; }

    /// <summary>
    /// Whether a write beyond a limit that the test sets is an error to the product, as on a full disk; by default the signal for it would end the process. Needs a shell.
    /// </summary>
    public bool SurvivesFileSizeLimit { get; init; }

    /// <summary>Variables to set beside those that it needs.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();

    /// <summary>Whether it has a dashboard; its port is then for the test to choose.</summary>
    public bool Dashboard { get; init; }

    /// <summary>Lines to add to config.yaml.</summary>
    public string ExtraConfiguration { get; init; } = "";

    /// <summary>Further arguments of <c>serve</c>.</summary>
    public IReadOnlyList<string> ExtraArguments { get; init; } = [];
}
