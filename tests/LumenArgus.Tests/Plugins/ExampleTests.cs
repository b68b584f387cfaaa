using LumenArgus.Abstractions.Model;
using LumenArgus.Scanning.Rules.Validation;

namespace LumenArgus.Tests.Plugins;

public sealed class ExampleTests
{
    private static readonly RuleCheck Check = new(PluginUnderTest.All.Validators);

    public static TheoryData<string, string> RuleNames
    {
        get
        {
            var names = new TheoryData<string, string>();
            foreach (var rule in PluginUnderTest.All.Rules)
            {
                names.Add(rule.Detector, rule.Name);
            }

            return names;
        }
    }

    [Fact]
    public void Build_AllRules_NoneIsRejected() => RuleRunner.Build(PluginUnderTest.All).Rejected.ShouldBeEmpty();

    [Fact]
    public void Check_AllRulesTogether_NoneRepeatsAnother() => RuleCheck.CheckRepetition(PluginUnderTest.All.Rules).ShouldBeEmpty();

    // Problems name examples by position: the test output stays free of text that looks like a secret.
    [Theory]
    [MemberData(nameof(RuleNames))]
    public void Check_EachRule_HasNoProblem(string detector, string name) => Check.Check(Find(detector, name)).ShouldBeEmpty();

    [Theory]
    [MemberData(nameof(RuleNames))]
    public void Scan_PositivesWithAllRules_StillReportTheRule(string detector, string name)
    {
        var rule = Find(detector, name);
        if (rule.Target == RuleTarget.SourceFileName || rule.Generic || !rule.Stages.HasFlag(RuleStages.Request))
        {
            return; // a generic rule may rightly give way to a specific one
        }

        Enumerable.Range(0, rule.Positives.Length).Where(i => !RuleRunner.TypesIn(rule.Positives[i]).Contains(name)).ShouldBeEmpty();
    }

    private static DetectionRule Find(string detector, string name) => PluginUnderTest.All.Rules.Single(rule => rule.Name == name && rule.Detector == detector);
}
