using LumenArgus.Inspection.Generations;
using LumenArgus.PluginRuntime.Invocation;
using LumenArgus.PluginRuntime.Lanes;

namespace LumenArgus.Inspection.Inspecting;

/// <summary>One call of a synchronous hook on a scan lane, under the detectors' budget.</summary>
internal sealed class HookCall<THook, TResult>(PluginInvoker invoker, PluginPart<THook> hook, string operation, Func<THook, TResult> call) : LaneJob
    where THook : class
    where TResult : class
{
    private TResult? _result;

    /// <summary>Runs the call.</summary>
    /// <returns>What the hook gave; null if it failed, hung, or is quarantined.</returns>
    public async ValueTask<TResult?> RunAsync(ScanLanes lanes, CancellationToken cancellationToken)
    {
        var outcome = await lanes.RunAsync(this, cancellationToken);
        return outcome.Status == LaneStatus.Completed ? _result : null;
    }

    protected override void Run(ScanLane lane)
    {
        var pluginCall = new PluginCall(hook.Plugin, operation) { FaultKey = FaultKey, Lane = lane };
        var status = invoker.Invoke(pluginCall, hook.Part, call, out var result);
        _result = status == PluginCallStatus.Ok ? result : null;
    }
}
