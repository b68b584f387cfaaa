using System.Collections.Immutable;
using LumenArgus.Abstractions.Model;
using LumenArgus.PluginRuntime.Lanes;
using LumenArgus.Scanning.Rules;
using LumenArgus.Scanning.Rules.Validation;

namespace LumenArgus.Inspection.PluginServices;

/// <summary>Evaluates some texts, on a lane: rules call validators of plugins.</summary>
internal sealed class RuleEvaluationJob(ImmutableArray<RuleIndex> indexes, ImmutableArray<string> texts, int start, int end) : LaneJob
{
    /// <summary>The matches; none if the job was given up.</summary>
    public IReadOnlyList<RuleMatch> Matches { get; private set; } = [];

    protected override void Run(ScanLane lane) =>
        Matches = [.. RuleTrial.Matching(indexes.AsSpan(), texts.AsSpan(start, end - start)).Select(match => new RuleMatch(start + match.Text, match.Detector, match.Name))];
}
