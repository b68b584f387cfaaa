using System.Collections.Immutable;
using LumenArgus.Host.Terminal;

namespace LumenArgus.Host.CommandLine;

/// <summary>The arguments of <c>lumen-argus rules test</c>.</summary>
internal sealed record RulesTestOptions
{
    /// <summary>The text; <c>-</c> reads standard input.</summary>
    public required string Text { get; init; }

    public TerminalFormat Format { get; init; }

    public string? ConfigPath { get; init; }

    public ImmutableArray<string> Extensions { get; init; } = [];

    public bool IncludeBundledExtensions { get; init; } = true;
}
