using LumenArgus.Abstractions.Plugin;

namespace LumenArgus.PluginRuntime.Registration;

/// <summary>What runs a command of a plugin.</summary>
/// <param name="Name">The command.</param>
/// <param name="Command">The plugin's object.</param>
public sealed record CommandContribution(string Name, ICommand Command);
