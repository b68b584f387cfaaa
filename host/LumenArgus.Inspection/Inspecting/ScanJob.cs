using LumenArgus.PluginRuntime.Lanes;

namespace LumenArgus.Inspection.Inspecting;

/// <summary>Runs a scan on a lane. The lane's share of the body ends when its thread leaves the job: at once, or when an abandoned call returns, or never.</summary>
internal sealed class ScanJob(ScanWork work) : LaneJob
{
    private volatile bool _started;

    public bool Started => _started;

    public override string? FaultKey => work.FaultKey;

    public override bool Excludes(string pluginId) => work.Excludes(pluginId);

    protected override void Run(ScanLane lane)
    {
        _started = true;
        try
        {
            work.Run();
        }
        finally
        {
            work.EndUse();
        }
    }
}
