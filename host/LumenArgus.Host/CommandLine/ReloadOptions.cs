using LumenArgus.Host.Terminal;

namespace LumenArgus.Host.CommandLine;

/// <summary>The flags of <c>lumen-argus reload</c>.</summary>
internal sealed record ReloadOptions(TerminalFormat Format);
