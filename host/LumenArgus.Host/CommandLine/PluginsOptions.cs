using System.Collections.Immutable;
using LumenArgus.Host.Terminal;

namespace LumenArgus.Host.CommandLine;

/// <summary>The arguments and flags of <c>lumen-argus plugins</c>.</summary>
internal sealed record PluginsOptions(string? ConfigPath, TerminalFormat Format, ImmutableArray<string> Extensions, bool IncludeBundledExtensions = true)
{
    /// <summary>Identifiers of plugins; for some commands a path.</summary>
    public ImmutableArray<string> Names { get; init; } = [];

    /// <summary>The private key to sign with.</summary>
    public string? KeyFile { get; init; }

    /// <summary>Whether flags say which plugins are meant: then a product that runs is not asked.</summary>
    public bool NamesFolders => ConfigPath is not null || !Extensions.IsEmpty || !IncludeBundledExtensions;
}
