using LumenArgus.Abstractions.Host;
using LumenArgus.Abstractions.Model;
using LumenArgus.Abstractions.Plugin;

namespace LumenArgus.TestPlugins.Rules;

/// <summary>One rule that does not find the second of its own examples.</summary>
public sealed class WrongExamplePlugin : ILumenPlugin, IRuleSource
{
    public void Configure(IPluginBuilder plugin) => plugin.Registry.AddRuleSource(_ => this);

    public IEnumerable<DetectionRule> GetRules() =>
    [
        new DetectionRule
        {
            Name = "test_wrong_example",
            Detector = "test_rules",
            Pattern = @"\bwrong_[0-9]{4}\b",
            Keywords = ["wrong_"],
            Severity = Severity.High,
            Positives = ["wrong_1234", "wrong_12"],
        },
    ];
}
