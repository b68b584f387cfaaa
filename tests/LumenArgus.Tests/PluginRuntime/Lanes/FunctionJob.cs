using LumenArgus.PluginRuntime.Lanes;

namespace LumenArgus.Tests.PluginRuntime.Lanes;

internal sealed class FunctionJob(Action<ScanLane> run) : LaneJob
{
    protected internal override void Run(ScanLane lane) => run(lane);
}
