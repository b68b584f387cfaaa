namespace LumenArgus.PluginRuntime.Loading;

/// <summary>A plugin cannot be loaded. The message is a complete reason for its author or the operator.</summary>
internal sealed class PluginLoadException(string message) : Exception(message);
