namespace LumenArgus.PluginRuntime.Lanes;

/// <summary>
/// The scan of one exchange. Runs on a lane from start to end, the host's own rules included; calls of plugin code are bracketed by
/// <see cref="ScanLane.EnterPlugin(Loading.PluginHandle, int, string)"/> and <see cref="ScanLane.LeavePlugin"/>, which the invoker does.
/// </summary>
/// <remarks>
/// If a plugin call is given up, the caller of <see cref="ScanLanes.RunAsync"/> goes on at once while the thread is still inside the plugin.
/// From then on the job owns nothing: should the call return after all, <see cref="ScanLane.LeavePlugin"/> throws, and <c>finally</c> blocks of
/// the job must not give buffers back that the abandoned code has seen.
/// </remarks>
public abstract class LaneJob
{
    /// <summary>Session or body: faults with the same key count once. Null counts each time.</summary>
    public virtual string? FaultKey { get; init; }

    /// <summary>Whether a plugin must not be called in this job, although something in it refers to the plugin.</summary>
    /// <param name="pluginId">The plugin.</param>
    /// <returns>False unless overridden.</returns>
    public virtual bool Excludes(string pluginId) => false;

    /// <summary>Does the work.</summary>
    /// <param name="lane">The lane it runs on.</param>
    protected internal abstract void Run(ScanLane lane);
}
