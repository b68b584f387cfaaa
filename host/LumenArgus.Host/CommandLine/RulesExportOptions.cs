using System.Collections.Immutable;

namespace LumenArgus.Host.CommandLine;

/// <summary>The flags of <c>lumen-argus rules export</c>.</summary>
internal sealed record RulesExportOptions
{
    /// <summary>Only rules of this detector.</summary>
    public string? Detector { get; init; }

    /// <summary>Only rules of this tier.</summary>
    public string? Tier { get; init; }

    public string? ConfigPath { get; init; }

    public ImmutableArray<string> Extensions { get; init; } = [];

    public bool IncludeBundledExtensions { get; init; } = true;
}
