using LumenArgus.Abstractions.Model;
using LumenArgus.PluginRuntime.Lanes;
using LumenArgus.Scanning.Rules;
using LumenArgus.Scanning.Rules.Validation;

namespace LumenArgus.PluginTesting.Scanning;

/// <summary>Tries a rule with its own examples, on a lane: it may call a validator of the plugin.</summary>
internal sealed class ExampleTrial(DetectionRule rule, RuleIndex index) : LaneJob
{
    /// <summary>Examples by their number: their text may look like a secret.</summary>
    public List<string> Problems { get; } = [];

    protected internal override void Run(ScanLane lane)
    {
        for (var i = 0; i < rule.Positives.Length; i++)
        {
            if (RuleTrial.Run(rule, index, rule.Positives[i]) != RuleTrialResult.Found)
            {
                Problems.Add($"{rule.Detector}.{rule.Name}: positive {i + 1} is not found");
            }
        }

        for (var i = 0; i < rule.Negatives.Length; i++)
        {
            if (RuleTrial.Run(rule, index, rule.Negatives[i]) == RuleTrialResult.Found)
            {
                Problems.Add($"{rule.Detector}.{rule.Name}: negative {i + 1} is found");
            }
        }
    }
}
