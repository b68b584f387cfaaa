using LumenArgus.Abstractions.Model;
using LumenArgus.Abstractions.Plugin;
using LumenArgus.Scanning.Fields;
using LumenArgus.Scanning.Findings;
using LumenArgus.Scanning.Rules;

namespace LumenArgus.Tests.Scanning;

public sealed class VerdictTests
{
    private static readonly DetectionRule Token = TestRules.Rule("token", "") with { Format = "tok_<alnum:24>", Severity = Severity.Critical };

    [Theory]
    [InlineData(Verdict.None, Severity.Critical)]
    [InlineData(Verdict.LikelyLive, Severity.Critical)]
    [InlineData(Verdict.Test, Severity.Warning)]
    [InlineData(Verdict.Expired, Severity.Warning)]
    [InlineData(Verdict.Invalid, Severity.Warning)]
    [InlineData(Verdict.Example, Severity.Info)]
    public void Scan_JudgedValue_CarriesVerdictAndBothSeverities(Verdict verdict, Severity severity)
    {
        var finding = Scan(Token with { Validator = "judge" }, "tok_Zk3vQ9xT7bLm2RwY8nPcJ5hG", verdict);

        finding.Verdict.ShouldBe(verdict);
        finding.Severity.ShouldBe(severity);
        finding.RuleSeverity.ShouldBe(severity == Severity.Critical ? null : Severity.Critical);
    }

    [Theory]
    [InlineData("tok_YourTokenExampleGoesHe2")]
    [InlineData("tok_xxxxxxxxxxxxxxxxxxxxxxxx")]
    [InlineData("tok_ABCDEFGHIJKLMNOPQRSTUVWX")]
    [InlineData("tok_DocumentedValue012345678")]
    public void Scan_PlaceholderOrDocumentedValue_IsAnExample(string value) =>
        Scan(Token with { Format = "tok_<alnum:23-24>", Examples = ["tok_DocumentedValue012345678"] }, value, Verdict.LikelyLive).Verdict.ShouldBe(Verdict.Example);

    [Fact]
    public void Scan_PlaceholderOfAGenericRule_IsNoFinding() =>
        TestRules.Index(Token with { Generic = true }).Scan("tok_xxxxxxxxxxxxxxxxxxxxxxxx").ShouldBeEmpty();

    private static Finding Scan(DetectionRule rule, string value, Verdict verdict)
    {
        var validators = new Dictionary<string, IRuleValidator>(StringComparer.Ordinal) { ["judge"] = new Judge(verdict) };
        var index = RuleIndex.Build([rule], validators, new RuleIndexOptions()).Index;
        using var document = BodyDocument.Parse(System.Text.Encoding.UTF8.GetBytes($"token: {value}"));
        var collector = new FindingCollector(document);
        index.Scan(document, collector, new ScanCounters());
        return collector.ToFindings().ShouldHaveSingleItem();
    }

    private sealed class Judge(Verdict verdict) : IRuleValidator
    {
        public string Name => "judge";

        public bool IsValid(ReadOnlySpan<char> value) => true;

        Verdict IRuleValidator.Judge(ReadOnlySpan<char> value) => verdict;
    }
}
