using System.Collections.Immutable;
using LumenArgus.Host.Terminal;

namespace LumenArgus.Host.CommandLine;

/// <summary>The flags of <c>lumen-argus plugins list</c>.</summary>
internal sealed record PluginsListOptions(string? ConfigPath, TerminalFormat Format, ImmutableArray<string> Extensions, bool IncludeBundledExtensions = true);
