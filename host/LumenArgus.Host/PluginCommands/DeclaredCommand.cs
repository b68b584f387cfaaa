using LumenArgus.PluginRuntime.Manifests;

namespace LumenArgus.Host.PluginCommands;

/// <summary>A command that a plugin's manifest declares.</summary>
/// <param name="PluginId">The plugin.</param>
/// <param name="Command">The command.</param>
internal sealed record DeclaredCommand(string PluginId, PluginCommand Command);
