using LumenArgus.Host.Terminal;
using LumenArgus.Inspection.Modes;

namespace LumenArgus.Host.CommandLine;

/// <summary>The arguments of <c>lumen-argus mode</c>.</summary>
/// <param name="Mode">The mode to switch to; null only shows the one in use.</param>
/// <param name="Duration">How long it lasts; null until it is switched again.</param>
/// <param name="Format">How it is shown.</param>
internal sealed record ModeOptions(ProxyMode? Mode, TimeSpan? Duration, TerminalFormat Format);
