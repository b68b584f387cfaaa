using LumenArgus.PluginRuntime.Invocation;
using LumenArgus.PluginRuntime.Lanes;
using LumenArgus.PluginRuntime.Loading;

namespace LumenArgus.PluginTesting;

/// <summary>One synchronous call, on a lane.</summary>
internal sealed class PartCall<TPart, TResult>(PluginInvoker invoker, PluginHandle plugin, TPart part, Func<TPart, TResult> call) : LaneJob
{
    private TResult? _result;

    public PluginCallStatus Status { get; private set; }

    public TResult? Result => _result;

    protected internal override void Run(ScanLane lane) =>
        Status = invoker.Invoke(new PluginCall(plugin, typeof(TPart).Name) { Lane = lane }, part, call, out _result);
}
