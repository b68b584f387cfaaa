namespace LumenArgus.PluginRuntime.Loading;

/// <summary>Where a plugin is in its life. What an operator sees.</summary>
public enum PluginState
{
    /// <summary>Seen in a search folder; nothing of it has run.</summary>
    Found = 0,

    /// <summary>Not loaded; the reason says what its author or the operator must do.</summary>
    Rejected,

    /// <summary>Between the gates and the end of its start.</summary>
    Loading,

    /// <summary>In use.</summary>
    Active,

    /// <summary>In use, with faults in the last minutes.</summary>
    Degraded,

    /// <summary>Not called for a while because of its faults; tried again later.</summary>
    Quarantined,

    /// <summary>Taken out of use; waiting for the exchanges that still hold it.</summary>
    Draining,

    /// <summary>Its load context was told to unload.</summary>
    Unloaded,

    /// <summary>Something keeps its code in memory: a call that never returned or an exchange that was not let go.</summary>
    UnloadStuck,

    /// <summary>Switched off by the operator; nothing of it has run.</summary>
    Disabled,
}
