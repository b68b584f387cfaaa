namespace LumenArgus.PluginRuntime.Invocation;

/// <summary>How a call of plugin code ended.</summary>
public enum PluginCallStatus
{
    /// <summary>It returned.</summary>
    Ok = 0,

    /// <summary>It threw.</summary>
    Faulted,

    /// <summary>Its budget was spent.</summary>
    TimedOut,

    /// <summary>It was not called: the plugin is quarantined or no longer in use.</summary>
    NotCalled,

    /// <summary>The caller left while it ran.</summary>
    Cancelled,
}
