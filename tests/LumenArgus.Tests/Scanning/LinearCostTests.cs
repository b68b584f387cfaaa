using System.Text;
using LumenArgus.Scanning.Rules;

namespace LumenArgus.Tests.Scanning;

public class LinearCostTests
{
    private static readonly RuleIndex All = TestRules.Index([.. TestRules.All]);

    // Patterns that only a Regex can run: nested repetition, two long overlapping ones.
    private static readonly RuleIndex Regexes = TestRules.Index(
        TestRules.Rule("nested", "okta(?:[a-z]+,)+!"),
        TestRules.Rule("overlap", @"okta\w+\d+\w+!"),
        TestRules.Rule("lookback", @"[\w.-]+okta[\w.-]+okta[\w]+!"));

    public static TheoryData<string> Pumps() =>
    [
        "a", "okta", "-----BEGIN ", "http://", "-----BEGIN RSA PRIVATE KEY-----", "https://a:b", "https://a:", "eyJaaaaaaaaaaa.", "eyJ", "AKIA", "ghp_",
        "1", "1-", "123-45-", "4111 ", "@", "a@", "a@b.", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa@", "a.b-", "1.2.", "A1", "DE89",
        "secret=", "secret token ", "key aB3dE6gH9jK2mN5pQ8sT1vW4yZ7 ", "TOKEN=", "\nTOKEN", "postgres://", "postgres://a@", "okta=", "okta.okta: 00",
        "\\u006f", "\\n", "\"", "[", "{\"a\":", "[\"a\",", "\\\"", "é", "a,okta", "okta1",
    ];

    [Theory]
    [MemberData(nameof(Pumps))]
    public void Scan_TwiceTheText_CostsTwiceAsMuch(string pump)
    {
        foreach (var index in new[] { All, Regexes })
        {
            foreach (var frame in new[] { "{0}", "[\"{0}\"]" })
            {
                var once = Cost(index, frame.Replace("{0}", Repeat(pump, 20_000), StringComparison.Ordinal));
                var twice = Cost(index, frame.Replace("{0}", Repeat(pump, 40_000), StringComparison.Ordinal));

                twice.ShouldBeLessThan((once * 2.1) + 5_000);
            }
        }
    }

    [Theory]
    [InlineData(@"ghs_[A-Za-z0-9_-]{16,}\b", "ghs_", "")]
    [InlineData(@"ghs_[a-z_]{16,}\b", "ghs_", "9")]
    [InlineData(@"ghs_[a-z_-]{16,}$", "ghs_", ".")]
    [InlineData(@"(?:ghs_)?ghs_([a-z_-]{16,})\b", "ghs_", "9")]
    [InlineData(@"ghs_(?:[a-f_ghs]{16,}|[a-z_]{16,})\b", "ghs_", "9")]
    [InlineData(@"[a-z_]{0,8}ghs_[a-z_-]{1,}\b", "_ghs_--", "-")]
    public void Scan_LongRunBeforeAnAssertionAtEveryStart_CostsAWindowPerStartAtMost(string pattern, string pump, string end)
    {
        const int Window = 64;
        var counters = new ScanCounters();
        var body = Encoding.UTF8.GetBytes(Repeat(pump, 300_000) + end);

        TestRules.Index(TestRules.Rule("r", pattern) with { WindowBytes = Window }).Scan(body, counters);

        counters.RegexBytes.ShouldBe(0);
        (counters.SpanMatcherSteps / body.Length).ShouldBeLessThan(2 * Window);
    }

    [Fact]
    public void Scan_BytesGivenToRegexes_StayUnderTheCapAndTheLossIsReported()
    {
        var index = TestRules.Index(new RuleIndexOptions { RegexShare = 1, MinRegexBytes = 0 }, [.. Enumerable.Range(0, 5)
            .Select(i => TestRules.Rule($"r{i}", @"okta\w+\d+\w+!"))]);
        var counters = new ScanCounters();
        var body = Encoding.UTF8.GetBytes(Repeat("okta1aaa ", 50_000));

        var findings = index.Scan(body, counters);

        counters.RegexBytes.ShouldBeLessThanOrEqualTo(body.Length);
        counters.BytesSkipped.ShouldBeGreaterThan(0);
        findings.ShouldHaveSingleItem().Type.ShouldBe("unscanned");
    }

    private static string Repeat(string pump, int length) => string.Concat(Enumerable.Repeat(pump, length / pump.Length));

    private static double Cost(RuleIndex index, string body)
    {
        var counters = new ScanCounters();
        index.Scan(Encoding.UTF8.GetBytes(body), counters);
        return counters.BytesScanned + counters.KeywordCandidates + counters.WindowBytes + counters.RegexBytes + counters.SpanMatcherSteps;
    }
}
