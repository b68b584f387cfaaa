using System.Text.Json.Serialization;

namespace LumenArgus.Host.Terminal;

/// <summary>One plugin in <c>plugins list</c> and <c>plugins show</c>.</summary>
internal sealed record PluginRow
{
    public required string Id { get; init; }

    public required string Version { get; init; }

    public required string State { get; init; }

    /// <summary>Why it is not active.</summary>
    public string? Reason { get; init; }

    public IReadOnlyList<string> Hooks { get; init; } = [];

    /// <summary>What its code refers to beyond the contract, for example <c>Process</c>.</summary>
    public IReadOnlyList<string> Uses { get; init; } = [];

    public required string Folder { get; init; }

    public IReadOnlyList<string> Detectors { get; init; } = [];

    /// <summary>Why what is in its folder now is not in use, while this is.</summary>
    public string? Refusal { get; init; }

    /// <summary>What the operator should know although it runs.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];

    /// <summary>What its code refers to that can keep it in memory when it is replaced.</summary>
    public IReadOnlyList<string> PinRisks { get; init; } = [];

    /// <summary>Why it may be loaded, for example <c>pinned</c>.</summary>
    public string? Trust { get; init; }

    /// <summary>Where its code runs: <c>none</c> is in the product's process, <c>process</c> in one of its own.</summary>
    public string Isolation { get; init; } = "none";

    /// <summary>How its process does; null for one that has none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public PluginProcessRow? Process { get; init; }

    /// <summary>Hash of what was loaded.</summary>
    public string? ContentHash { get; init; }

    /// <summary>How it does; null for one that does not run.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public PluginUse? Use { get; init; }
}
