namespace LumenArgus.PluginRuntime.Lanes;

/// <summary>How a job on a lane ended.</summary>
public enum LaneStatus
{
    /// <summary>It ran to its end.</summary>
    Completed = 0,

    /// <summary>A plugin call in it spent its budget; the thread was written off, and the plugin may still see the job's buffers.</summary>
    Expired,
}
