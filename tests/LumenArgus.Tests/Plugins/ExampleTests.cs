using System.Collections.Immutable;
using LumenArgus.Abstractions.Model;

namespace LumenArgus.Tests.Plugins;

public sealed class ExampleTests
{
    private const int FewestExamples = 3;

    public static TheoryData<string> RuleNames => [.. PluginUnderTest.All.Rules.Select(rule => rule.Name)];

    [Fact]
    public void Build_AllRules_NoneIsRejected() => RuleRunner.Build(PluginUnderTest.All).Rejected.ShouldBeEmpty();

    // Examples are named by position: the test output stays free of text that looks like a secret.
    [Theory]
    [MemberData(nameof(RuleNames))]
    public void Scan_Positives_ReportTheRule(string name)
    {
        var rule = Find(name);

        rule.Positives.Length.ShouldBeGreaterThanOrEqualTo(FewestExamples);
        var reported = Reported(rule, rule.Positives);
        reported.ShouldBe(Enumerable.Range(0, rule.Positives.Length));
    }

    [Theory]
    [MemberData(nameof(RuleNames))]
    public void Scan_Negatives_ReportNothing(string name)
    {
        var rule = Find(name);

        rule.Negatives.Length.ShouldBeGreaterThanOrEqualTo(FewestExamples);
        Reported(rule, rule.Negatives).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(RuleNames))]
    public void Scan_PositivesWithAllRules_StillReportTheRule(string name)
    {
        var rule = Find(name);
        if (rule.Target == RuleTarget.SourceFileName || rule.Generic)
        {
            return; // a generic rule may rightly give way to a specific one
        }

        Enumerable.Range(0, rule.Positives.Length).Where(i => !RuleRunner.TypesIn(rule.Positives[i]).Contains(name)).ShouldBeEmpty();
    }

    private static int[] Reported(DetectionRule rule, ImmutableArray<string> texts)
    {
        var index = RuleRunner.IndexOf(rule);
        return
        [
            .. Enumerable.Range(0, texts.Length).Where(i => RuleRunner.Scan(index, rule.Target, texts[i])
                .Any(finding => finding.Type == rule.Name && finding.Detector == rule.Detector && (finding.RuleSeverity ?? finding.Severity) == rule.Severity)),
        ];
    }

    private static DetectionRule Find(string name) => PluginUnderTest.All.Rules.Single(rule => rule.Name == name);
}
