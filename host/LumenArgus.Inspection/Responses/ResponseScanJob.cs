using System.Collections.Immutable;
using LumenArgus.Abstractions.Model;
using LumenArgus.Inspection.Configuration;
using LumenArgus.Inspection.Generations;
using LumenArgus.Inspection.Inspecting;
using LumenArgus.Inspection.Records;
using LumenArgus.PluginRuntime.Invocation;
using LumenArgus.PluginRuntime.Lanes;
using LumenArgus.Scanning.Decoding;
using LumenArgus.Scanning.Fields;
using LumenArgus.Scanning.Findings;
using LumenArgus.Scanning.Mcp;
using LumenArgus.Scanning.Rules;

namespace LumenArgus.Inspection.Responses;

/// <summary>
/// The scan of one response, on a lane. If a detector hangs, the thread may still be in here while the findings are read: then they are those before
/// that detector, and the texts are left to the garbage collector.
/// </summary>
internal sealed class ResponseScanJob(ResponseWatch watch, ExchangeRecord record, bool isWhole, PluginInvoker invoker) : LaneJob
{
    private readonly Generation _generation = watch.Generation;
    private readonly ScanCounters _counters = new();
    private readonly List<Finding> _framework = [];
    private FindingCollector? _collector;
    private ResponseSnapshot? _latest;
    private ImmutableArray<McpToolDefinition> _tools = [];

    public override string? FaultKey => record.Session.SessionId ?? $"response:{record.ExchangeId}";

    /// <summary>What is known now.</summary>
    public ResponseSnapshot? Latest => Volatile.Read(ref _latest);

    protected override void Run(ScanLane lane)
    {
        var (response, problem) = watch.Assemble(isWhole);
        Report(response.BytesBeyond, problem);
        var document = BodyDocument.Parse(response.Body);
        _collector = new FindingCollector(document, _generation.Allowlist);
        TextDecoder.Expand(document, _generation.Config.Pipeline.Decoding, _collector, _counters);
        if (watch.IsMcp)
        {
            _generation.Rules.Scan(document, _collector, _counters);
            _generation.McpRules?.Scan(document, _collector, _counters);
            _tools = McpToolList.Read(document);
        }
        else
        {
            _generation.ResponseRules?.Scan(document, _collector, _counters);
        }

        Publish(detectorsDone: 0);
        if (watch.IsMcp || _generation.Config.Pipeline.ResponseSecrets)
        {
            RunDetectors(document, lane);
        }

        Publish(_generation.Detectors.Length);
        document.Dispose();
    }

    private void RunDetectors(BodyDocument document, ScanLane lane)
    {
        var detectors = _generation.Detectors;
        for (var i = 0; i < detectors.Length; i++)
        {
            var (plugin, contribution) = detectors[i];
            var call = new PluginCall(plugin, "detect") { Lane = lane, BodyBytes = document.Body.Length };
            var batch = new ScanBatch(document, record.Provider, record.Model, record.Session) { Stage = watch.IsMcp ? RuleStages.Mcp : RuleStages.Response };
            var sink = _collector!.SinkFor(contribution.Name);
            var status = invoker.Detect(call, contribution.Detector, batch, sink);
            sink.Close();
            if (status != PluginCallStatus.Ok)
            {
                _framework.Add(DetectorFindings.Failed(_generation, plugin, contribution.Name, status));
            }

            Publish(i + 1);
        }
    }

    private void Report(long beyond, string? problem)
    {
        if (beyond > 0)
        {
            _counters.BytesSkipped += beyond;
            _framework.Add(ResponseFindings.Unscanned(FailMode.Open, beyond, $"lie beyond pipeline.response_max_size ({watch.MaxBytes})"));
        }

        if (problem is not null)
        {
            _counters.BytesSkipped += watch.KeptBytes;
            _framework.Add(ResponseFindings.Unscanned(FailMode.Open, watch.KeptBytes, $"could not be decoded: {problem}"));
        }
    }

    private void Publish(int detectorsDone)
    {
        var findings = _collector!.ToFindings();
        Volatile.Write(ref _latest, new ResponseSnapshot(
            [.. findings, .. _framework], _counters.BytesScanned, _counters.BytesSkipped, _counters.RegexBytes, detectorsDone) { ToolDefinitions = Recordable(findings) });
    }

    // What was found stays in memory: of a tool whose definition holds it only the name is told, and of one whose name does nothing.
    private ImmutableArray<McpToolDefinition> Recordable(ImmutableArray<Finding> findings)
    {
        if (_tools.IsEmpty || findings.IsEmpty)
        {
            return _tools;
        }

        var spans = findings.SelectMany(_collector!.Occurrences).Select(static finding => finding.Span).OfType<ByteSpan>().ToList();
        return
        [
            .. from tool in _tools
               where LabelMask.Of(tool.Name, findings) == tool.Name
               select spans.Exists(tool.Span.Overlaps) ? tool with { Description = "", InputSchema = "{}" } : tool,
        ];
    }
}
