using System.Text;
using LumenArgus.Scanning.Fields;
using LumenArgus.Scanning.Findings;
using LumenArgus.Scanning.Rules;

namespace LumenArgus.Tests.Plugins;

/// <summary>No text makes a rule expensive: bodies of nothing but the places where rules look closer.</summary>
public sealed class CostTests
{
    private const int BodyBytes = 20_000;

    // The dearest today is about 100 (a keyword in front of a gap); a token that is read to its end and then refused, at every start, costs thousands.
    private const int MostStepsPerByte = 150;

    private static readonly RuleIndex Index = RuleRunner.Build(PluginUnderTest.All).Index;

    private static readonly string[] Pumps =
    [
        "1", "1.", "1-", "1 ", "4111 ", "+4 ", "+44", "a@", "a.@b.", "DE12", "DE89 3704 ", "(415) ", "version ", "eyJ-",
        "-----BEGIN PRIVATE" + " KEY-----\n", "http://a:", "postgres://a:b", "key=", "password = ", "aws_secret_key:",
    ];

    // What the rules are searched by, whether they name it or the host finds it in their format.
    public static TheoryData<string> Units =>
    [
        .. Index.Rules.SelectMany(rule => rule.Rule.Keywords.AddRange(rule.Anchor.Keywords)).SelectMany(keyword => new[] { keyword, keyword + " ", keyword + "-" })
            .Concat(Pumps).Distinct(StringComparer.Ordinal),
    ];

    [Theory]
    [MemberData(nameof(Units))]
    public void Scan_BodyOfOneUnit_StaysBelowAFixedCostPerByte(string unit)
    {
        var document = BodyDocument.Parse(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(unit, BodyBytes / unit.Length))));
        var counters = new ScanCounters();

        Index.Scan(document, new FindingCollector(document), counters);

        counters.BytesScanned.ShouldBeGreaterThan(BodyBytes / 2);
        counters.RegexBytes.ShouldBe(0);
        (counters.SpanMatcherSteps / BodyBytes).ShouldBeLessThan(MostStepsPerByte);
    }
}
