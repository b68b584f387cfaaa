using LumenArgus.Abstractions.Model;
using LumenArgus.PluginRuntime.Lanes;
using LumenArgus.Scanning.Rules;
using LumenArgus.Scanning.Rules.Validation;

namespace LumenArgus.Inspection.Reloading;

/// <summary>Tries some rules with their own examples, on a lane: rules call validators of plugins.</summary>
internal sealed class RuleTrialJob(IReadOnlyList<DetectionRule> rules, RuleIndex index) : LaneJob
{
    /// <summary>The first rule that does not find its own example; null if all do.</summary>
    public string? Problem { get; private set; }

    protected override void Run(ScanLane lane)
    {
        foreach (var rule in rules)
        {
            var missed = rule.Positives.ToList().FindIndex(text => RuleTrial.Run(rule, index, text) == RuleTrialResult.Missed);
            if (missed >= 0)
            {
                Problem = $"rule {rule.Detector}.{rule.Name} does not find its own example (positive {missed + 1})";
                return;
            }
        }
    }
}
