namespace LumenArgus.PluginRuntime.Lanes;

/// <summary>Ends a job whose plugin call was given up and has now returned. Caught by the lane; a job must let it pass.</summary>
public sealed class LaneAbandonedException : Exception
{
    /// <summary>Creates the exception.</summary>
    public LaneAbandonedException()
        : base("The lane was written off: a plugin call in this job had spent its budget.")
    {
    }
}
