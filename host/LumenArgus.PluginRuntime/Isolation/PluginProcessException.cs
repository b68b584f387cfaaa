using LumenArgus.PluginRuntime.Invocation;

namespace LumenArgus.PluginRuntime.Isolation;

/// <summary>A call in the process of a plugin did not end well. An exception of the host: it holds nothing of the plugin but names.</summary>
internal sealed class PluginProcessException(PluginCallStatus status, string what, string stack = "") : Exception(what)
{
    /// <summary>Faulted, TimedOut, or NotCalled where the plugin has done nothing wrong in this call.</summary>
    public PluginCallStatus Status { get; } = status;

    /// <summary>Where in the plugin it was thrown.</summary>
    public string PluginStack { get; } = stack;
}
