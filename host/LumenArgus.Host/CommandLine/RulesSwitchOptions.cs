using System.Collections.Immutable;

namespace LumenArgus.Host.CommandLine;

/// <summary>The arguments of <c>lumen-argus rules enable</c> and <c>disable</c>.</summary>
internal sealed record RulesSwitchOptions
{
    /// <summary>The rules, by their names or by <c>detector.name</c>.</summary>
    public required ImmutableArray<string> Names { get; init; }

    /// <summary>Whether they shall be used.</summary>
    public required bool Enabled { get; init; }

    public string? ConfigPath { get; init; }

    public ImmutableArray<string> Extensions { get; init; } = [];

    public bool IncludeBundledExtensions { get; init; } = true;
}
