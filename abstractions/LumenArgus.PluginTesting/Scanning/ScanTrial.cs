using LumenArgus.Abstractions.Model;
using LumenArgus.PluginRuntime.Invocation;
using LumenArgus.PluginRuntime.Lanes;
using LumenArgus.PluginRuntime.Loading;
using LumenArgus.Scanning.Decoding;
using LumenArgus.Scanning.Fields;
using LumenArgus.Scanning.Findings;
using LumenArgus.Scanning.Rules;

namespace LumenArgus.PluginTesting.Scanning;

/// <summary>The scan of one body with one plugin, on a lane: texts decoded as in the product, then rules, then detectors.</summary>
internal sealed class ScanTrial(PluginInvoker invoker, PluginHandle plugin, RuleIndex rules, BodyDocument document, FindingCollector collector) : LaneJob
{
    private static readonly DecodeOptions Decoding = new();

    public required string Provider { get; init; }

    public required SessionContext Session { get; init; }

    public required RuleStages Stage { get; init; }

    /// <summary>The first that was not well.</summary>
    public PluginCallStatus Status { get; private set; }

    protected internal override void Run(ScanLane lane)
    {
        var counters = new ScanCounters();
        TextDecoder.Expand(document, Decoding, collector, counters);
        rules.Scan(document, collector, counters);
        foreach (var detector in plugin.Contributions.Detectors)
        {
            var call = new PluginCall(plugin, "detect") { Lane = lane, BodyBytes = document.Body.Length };
            var sink = collector.SinkFor(detector.Name);
            var status = invoker.Detect(call, detector.Detector, new ScanBatch(document, Provider, document.GetTopLevelString("model"), Session) { Stage = Stage }, sink);
            sink.Close();
            Status = Status == PluginCallStatus.Ok ? status : Status;
        }
    }
}
