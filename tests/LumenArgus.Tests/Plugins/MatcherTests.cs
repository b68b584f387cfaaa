using System.Text;
using LumenArgus.Abstractions.Model;
using LumenArgus.Scanning.Fields;
using LumenArgus.Scanning.Findings;
using LumenArgus.Scanning.Rules;
using LumenArgus.Scanning.Rules.Validation;

namespace LumenArgus.Tests.Plugins;

/// <summary>Every rule of the plugins runs on the span matcher: a Regex costs several times as much and has a budget.</summary>
public sealed class MatcherTests
{
    [Fact]
    public void Scan_PositivesOfEachRule_NeedNoRegex() =>
        PluginUnderTest.All.Rules.Where(static rule => rule.Target == RuleTarget.Content && UsesRegex(rule)).Select(static rule => rule.Name).ShouldBeEmpty();

    private static bool UsesRegex(DetectionRule rule)
    {
        var text = string.Join('\n', RuleExamples.Positives(rule, random: 1));
        using var document = BodyDocument.Parse(Encoding.UTF8.GetBytes(text));
        var counters = new ScanCounters();
        RuleRunner.IndexOf(rule).Scan(document, new FindingCollector(document), counters);
        return counters.RegexBytes > 0;
    }
}
