using LumenArgus.Abstractions.Model;
using LumenArgus.Scanning.Decoding;
using LumenArgus.Scanning.Rules;
using LumenArgus.Scanning.Rules.Validation;
using LumenArgus.Tests.Scanning.Decoding;

namespace LumenArgus.Tests.Plugins;

/// <summary>Every rule through every way in which its value can stand in a body. The last tests switch one stage off at a time: then the ways that need it fail.</summary>
public sealed class DetectionMatrixTests
{
    // What is shorter than this in its encoded form is not decoded; a sentence around it is what people send anyway.
    private const string Before = "Here is what you need for the deployment of today:\n";
    private const string After = "\nPlease keep it for yourself.";

    public static TheoryData<string, string> RuleNames
    {
        get
        {
            var names = new TheoryData<string, string>();
            foreach (var rule in PluginUnderTest.All.Rules.Where(rule => rule.Target == RuleTarget.Content))
            {
                names.Add(rule.Detector, rule.Name);
            }

            return names;
        }
    }

    [Theory]
    [MemberData(nameof(RuleNames))]
    public void Scan_ExamplesThroughEveryWay_ReportTheRule(string detector, string name)
    {
        var rule = Find(detector, name);

        Missed(rule, new DecodeOptions(), BodyWays.All).ShouldBeEmpty();
    }

    public static TheoryData<string> Stages => [.. StageSwitches.All.Keys];

    [Theory]
    [MemberData(nameof(Stages))]
    public void Scan_WithAStageSwitchedOff_MissesTheWaysThatNeedIt(string stage)
    {
        var rule = Find("secrets", "github_token");
        var (options, ways) = StageSwitches.All[stage];

        Missed(rule, new DecodeOptions(), ways).ShouldBeEmpty();
        Missed(rule, options, ways).Distinct().ShouldBe(ways, ignoreOrder: true);
    }

    [Fact]
    public void Ways_OfTheMatrix_AreAllCoveredByASwitchOrNeedNone() =>
        StageSwitches.All.Values.SelectMany(each => each.Ways).Concat(BodyWays.WithoutStage).Distinct().ShouldBe(BodyWays.All, ignoreOrder: true);

    private static IEnumerable<string> Missed(DetectionRule rule, DecodeOptions options, IEnumerable<string> ways)
    {
        var index = RuleIndex.Build([rule], PluginUnderTest.All.Validators, new RuleIndexOptions { Stages = RuleStages.All }).Index;
        string[] texts = [.. RuleExamples.Positives(rule, 2).Take(2), .. RuleExamples.Positives(rule, 1).TakeLast(1)];
        return [.. ways.Where(way => Array.Exists(texts, text => IsMissed(rule, index, way, text, options)))];
    }

    private static bool IsMissed(DetectionRule rule, RuleIndex index, string way, string text, DecodeOptions options)
    {
        // A text that is not found as it is has no value to disguise: then every way misses it.
        var value = Findings(rule, index, BodyWays.Body(BodyWays.Plain, text, 0, Before, After), DecodeOptions.Off).FirstOrDefault()?.Value.Reveal().ToString();
        return value is null
            || (BodyWays.IsFor(way, rule, index, text, value)
                && !Findings(rule, index, BodyWays.Body(way, text, Middle(text, value), Before, After), options).Any());
    }

    // Where the value is split: as near to its middle as there are letters or digits on both sides.
    private static int Middle(string text, string value)
    {
        var start = text.IndexOf(value, StringComparison.Ordinal);
        return Enumerable.Range(start + 1, Math.Max(1, value.Length - 1)).OrderBy(at => Math.Abs(at - start - (value.Length / 2)))
            .FirstOrDefault(at => at < text.Length && char.IsAsciiLetterOrDigit(text[at - 1]) && char.IsAsciiLetterOrDigit(text[at]), start + (value.Length / 2));
    }

    private static IEnumerable<Finding> Findings(DetectionRule rule, RuleIndex index, string body, DecodeOptions options) =>
        Decoded.Run(body, options, index).Findings.Where(finding => finding.Type == rule.Name && finding.Detector == rule.Detector);

    private static DetectionRule Find(string detector, string name) => PluginUnderTest.All.Rules.Single(rule => rule.Name == name && rule.Detector == detector);
}
