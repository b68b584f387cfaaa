using System.Collections.Immutable;

namespace LumenArgus.PluginRuntime.Loading;

/// <summary>What is shown of one plugin. Only text: holds nothing of the plugin itself.</summary>
public sealed record PluginStatus
{
    /// <summary>Identifier, or the folder's name where the manifest is not valid.</summary>
    public required string Id { get; init; }

    /// <summary>Version, empty where the manifest is not valid.</summary>
    public string Version { get; init; } = "";

    /// <summary>Where it is in its life.</summary>
    public required PluginState State { get; init; }

    /// <summary>Why it is in that state; empty for an active plugin.</summary>
    public string Reason { get; init; } = "";

    /// <summary>Why what is in its folder now is not in use, while this is; empty if it is in use.</summary>
    public string Refusal { get; init; } = "";

    /// <summary>The hooks it has set, by the seed's names, and <c>detector</c>, <c>rules</c>, <c>validator</c>.</summary>
    public ImmutableArray<string> Hooks { get; init; } = [];

    /// <summary>The detector names of its manifest.</summary>
    public ImmutableArray<string> Detectors { get; init; } = [];

    /// <summary>What its manifest asks of the host; empty where it would not be used even if it could be loaded.</summary>
    public ImmutableArray<string> Capabilities { get; init; } = [];

    /// <summary>The folder it was found in.</summary>
    public required string Folder { get; init; }

    /// <summary>What its code refers to beyond plain computation, for example <c>P/Invoke</c>.</summary>
    public ImmutableArray<string> Uses { get; init; } = [];

    /// <summary>What the operator should know although it runs.</summary>
    public ImmutableArray<string> Warnings { get; init; } = [];

    /// <summary>What its code refers to that can keep it in memory when it is replaced, with what to do instead. A hint, not a finding.</summary>
    public ImmutableArray<string> PinRisks { get; init; } = [];

    /// <summary>Why it may be loaded: <c>open</c>, <c>pinned</c>, by which key it is signed, or that it came with the product; empty where nothing was.</summary>
    public string Trust { get; init; } = "";

    /// <summary>Whether it runs in a process of its own.</summary>
    public bool IsIsolated { get; init; }

    /// <summary>Hash of what was loaded; empty where nothing was.</summary>
    public string ContentHash { get; init; } = "";
}
