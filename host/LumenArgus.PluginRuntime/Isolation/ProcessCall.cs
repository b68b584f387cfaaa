using LumenArgus.PluginRuntime.Isolation.Wire;

namespace LumenArgus.PluginRuntime.Isolation;

/// <summary>A call in the process of a plugin that somebody waits for.</summary>
internal abstract class ProcessCall
{
    /// <summary>A message for it has come; it is the call's to give back.</summary>
    public abstract void Deliver(WireMessage message);

    /// <summary>No answer will come.</summary>
    public abstract void Fail(PluginProcessException failure);
}
