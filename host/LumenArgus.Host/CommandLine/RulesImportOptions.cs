using System.Collections.Immutable;

namespace LumenArgus.Host.CommandLine;

/// <summary>The flags of <c>lumen-argus rules import</c>.</summary>
internal sealed record RulesImportOptions
{
    /// <summary>The rule file; null imports the rules of the plugins.</summary>
    public string? File { get; init; }

    /// <summary>Whether they are rules of the tier pro.</summary>
    public bool Pro { get; init; }

    /// <summary>Whether what an operator has decided about the rules is taken back.</summary>
    public bool Force { get; init; }

    /// <summary>Whether it is only told what would be done.</summary>
    public bool DryRun { get; init; }

    public string? ConfigPath { get; init; }

    public ImmutableArray<string> Extensions { get; init; } = [];

    public bool IncludeBundledExtensions { get; init; } = true;
}
