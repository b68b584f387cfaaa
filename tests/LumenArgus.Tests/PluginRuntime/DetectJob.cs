using LumenArgus.PluginRuntime.Invocation;
using LumenArgus.PluginRuntime.Lanes;
using LumenArgus.PluginRuntime.Loading;
using Microsoft.Extensions.Logging.Abstractions;

namespace LumenArgus.Tests.PluginRuntime;

/// <summary>One exchange: runs the detectors of one plugin over one text.</summary>
internal sealed class DetectJob(PluginHandle handle, string text) : LaneJob
{
    public CountingSink Sink { get; } = new();

    public PluginCallStatus? Status { get; private set; }

    protected internal override void Run(ScanLane lane)
    {
        var invoker = new PluginInvoker(TimeProvider.System, NullLogger.Instance);
        foreach (var detector in handle.Contributions.Detectors)
        {
            var call = new PluginCall(handle, "detect") { Lane = lane, FaultKey = FaultKey, BodyBytes = text.Length };
            Status = invoker.Detect(call, detector.Detector, new TextDocument(text).Batch(), Sink);
        }
    }
}
