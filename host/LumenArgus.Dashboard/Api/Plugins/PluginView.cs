namespace LumenArgus.Dashboard.Api.Plugins;

/// <summary>A plugin.</summary>
internal sealed record PluginView
{
    public required string Id { get; init; }

    public required string Name { get; init; }

    public required string Version { get; init; }

    public required string Tier { get; init; }

    public required string State { get; init; }

    public string? Reason { get; init; }

    public IReadOnlyList<string> Capabilities { get; init; } = [];

    public IReadOnlyList<string> Detectors { get; init; } = [];

    public IReadOnlyList<string> Hooks { get; init; } = [];

    public IReadOnlyList<string> Warnings { get; init; } = [];

    public long Calls { get; init; }

    public long Faults { get; init; }

    public double? P50Us { get; init; }

    public double? P99Us { get; init; }

    public required string Path { get; init; }

    /// <summary>Why it may be loaded; empty where it is not.</summary>
    public string Trust { get; init; } = "";

    /// <summary>Where its code runs: <c>none</c> is in the product's process.</summary>
    public string Isolation { get; init; } = "none";

    public PluginProcessView? Process { get; init; }
}
