using System.Collections.Immutable;
using LumenArgus.Host.Terminal;

namespace LumenArgus.Host.CommandLine;

/// <summary>The arguments of <c>lumen-argus rules show</c>.</summary>
internal sealed record RulesShowOptions
{
    /// <summary>The rule, by its name or by <c>detector.name</c>.</summary>
    public required string Name { get; init; }

    public TerminalFormat Format { get; init; }

    public string? ConfigPath { get; init; }

    public ImmutableArray<string> Extensions { get; init; } = [];

    public bool IncludeBundledExtensions { get; init; } = true;
}
