using System.Collections.Immutable;
using LumenArgus.Abstractions.Model;
using LumenArgus.PluginRuntime.Lanes;
using LumenArgus.Scanning.Rules;
using LumenArgus.Scanning.Rules.Validation;

namespace LumenArgus.Inspection.PluginServices;

/// <summary>Evaluates some texts, on a lane: rules call validators of plugins. When it is given up, <see cref="Done"/> is the text at which it was.</summary>
internal sealed class RuleEvaluationJob(ImmutableArray<RuleIndex> indexes, ImmutableArray<string> texts, int start, int end) : LaneJob
{
    private readonly List<RuleMatch> _matches = [];
    private volatile int _done = start;

    /// <summary>The first text that was not evaluated.</summary>
    public int Done => _done;

    /// <summary>The matches in the texts before <see cref="Done"/>. A call that was given up never adds to them: it ends the job when it returns.</summary>
    public IReadOnlyList<RuleMatch> Matches => _matches;

    protected override void Run(ScanLane lane)
    {
        for (var text = _done; text < end; text++)
        {
            var found = RuleTrial.Matching(indexes.AsSpan(), texts[text]);
            _matches.AddRange(found.Select(rule => new RuleMatch(text, rule.Detector, rule.Name)));
            _done = text + 1;
        }
    }
}
