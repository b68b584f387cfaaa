using System.Collections.Immutable;
using LumenArgus.Abstractions.Model;
using LumenArgus.Inspection.Generations;
using LumenArgus.PluginRuntime.Lanes;
using LumenArgus.Scanning.Decoding;
using LumenArgus.Scanning.Fields;
using LumenArgus.Scanning.Findings;
using LumenArgus.Scanning.Rules;

namespace LumenArgus.Inspection.Inspecting;

/// <summary>Scans an edited body with the rules: on a lane, because rules call validators of plugins.</summary>
internal sealed class RescanJob(byte[] body, ScanWork work, Generation generation, ImmutableArray<Finding> removed) : LaneJob
{
    /// <summary>Whether a value that was to be removed is still there.</summary>
    public bool FoundAgain { get; private set; } = true;

    protected override void Run(ScanLane lane)
    {
        using var document = BodyDocument.Parse(body, work.SourceFile, work.Labels, work.Format);
        var collector = new FindingCollector(document, generation.Allowlist);
        var counters = new ScanCounters();
        TextDecoder.Expand(document, generation.Config.Pipeline.Decoding, collector, counters, work.NewUnpacker());
        generation.RulesFor(work.Stage).Scan(document, collector, counters);
        FoundAgain = collector.ToFindings().Any(finding => removed.Any(before => before.Detector == finding.Detector && before.Value == finding.Value));
    }
}
