using System.Collections.Immutable;

namespace LumenArgus.Host.CommandLine;

/// <summary>The flags of <c>lumen-argus rules validate</c>.</summary>
internal sealed record RulesValidateOptions
{
    /// <summary>The rule file; null checks the rules of all plugins.</summary>
    public string? File { get; init; }

    public string? ConfigPath { get; init; }

    public ImmutableArray<string> Extensions { get; init; } = [];

    public bool IncludeBundledExtensions { get; init; } = true;
}
