using System.Text;
using LumenArgus.Abstractions.Model;
using LumenArgus.Scanning.Allowlists;
using LumenArgus.Scanning.Decoding;
using LumenArgus.Scanning.Fields;
using LumenArgus.Scanning.Findings;
using LumenArgus.Scanning.Rules;

namespace LumenArgus.Tests.Scanning.Allowlists;

public sealed class AllowedFindingTests
{
    private const string Conversation = """
        {"messages":[{"content":[{"type":"tool_use","id":"t","input":{"file_path":"/home/u/project/test/site.pem"}}]},
        {"role":"user","content":[{"type":"tool_result","tool_use_id":"t","content":"key=abc"},{"type":"text","text":"key=xyz"}]}]}
        """;

    private static readonly DetectionRule Specific = TestRules.Rule("specific", "key=[a-z]+");

    [Fact]
    public void ToFindings_AllowedValue_IsCountedAndNotTold()
    {
        var (_, collector, _) = Collect("key=a key=b key=a", new AllowlistOptions { Secrets = ["key=a"] }, Specific);

        Values(collector).ShouldBe(["key=b"]);
        collector.AllowedHits.ShouldBe(2);
    }

    [Fact]
    public void ToFindings_ListOfAnotherDetector_DoesNotCount()
    {
        var (_, collector, _) = Collect("key=a", new AllowlistOptions { Pii = ["*a*"] }, Specific);

        Values(collector).ShouldBe(["key=a"]);
        collector.AllowedHits.ShouldBe(0);
    }

    [Theory]
    [InlineData("[a-z]+", "[a-z=]+", "")]
    [InlineData("[a-z]+", "[a-z=.]+", "key=abc.more")]
    public void ToFindings_GenericHitOnAnAllowedValue_IsOnlyHiddenInsideIt(string value, string generic, string expected)
    {
        var (_, collector, _) = Collect(
            "key=abc.more",
            new AllowlistOptions { Secrets = ["key=abc"] },
            TestRules.Rule("specific", "key=" + value),
            TestRules.Rule("generic", generic) with { Generic = true, Keywords = ["key"] });

        string.Join(',', Values(collector)).ShouldBe(expected);
    }

    [Fact]
    public void ToFindings_AllowedValueOfAnotherDetector_HidesNothing()
    {
        var (_, collector, _) = Collect(
            "key=abc",
            new AllowlistOptions { Pii = ["*"] },
            TestRules.Rule("pii", "key=[a-z]+", "pii"),
            TestRules.Rule("generic", "key=[a-z]+") with { Generic = true });

        collector.ToFindings().Select(f => f.Type).ShouldBe(["generic"]);
    }

    [Fact]
    public void Scan_FileOfAnAllowedPath_IsNeitherScannedNorNamed()
    {
        DetectionRule[] rules = [Specific, TestRules.Rule("file", @"^.*\.pem$") with { Target = RuleTarget.SourceFileName }];

        var (_, all, _) = Collect(Conversation, new AllowlistOptions(), rules);
        var (_, some, counters) = Collect(Conversation, new AllowlistOptions { Paths = ["test/**"] }, rules);

        Values(all).ShouldBe(["key=abc", "key=xyz", "site.pem"]);
        Values(some).ShouldBe(["key=xyz"]);
        counters.BytesExempt.ShouldBeGreaterThanOrEqualTo("key=abc".Length);
    }

    [Fact]
    public void Scan_FileOfAnAllowedPathBehindAnotherText_IsNotFoundWhereTheyAreJoined()
    {
        const string Token = "ghp_" + "4kT9sWq2Xb7Lm1Zr8Vn5Hc3Jd6Pf0GyA2eU8";
        var body = $$$"""
            {"messages":[{"role":"user","content":"please read"},{"role":"assistant","content":[{"type":"tool_use","id":"t","input":{"file_path":"/home/u/project/test/a.py"}}]},
            {"role":"user","content":[{"type":"tool_result","tool_use_id":"t","content":"KEY={{{Token}}}"}]}]}
            """;
        var document = BodyDocument.Parse(Encoding.UTF8.GetBytes(body));
        var collector = new FindingCollector(document, new Allowlist(new AllowlistOptions { Paths = ["test/**"] }));

        TextDecoder.Expand(document, new DecodeOptions(), collector, new ScanCounters());
        TestRules.Index(TestRules.Rule("github_token", "ghp_[A-Za-z0-9]{36}")).Scan(document, collector, new ScanCounters());

        Values(collector).ShouldBeEmpty();
        collector.AllowedHits.ShouldBeGreaterThan(0);
    }

    [Fact]
    public void Report_DetectorsHitInAnAllowedFile_IsCountedAndNotTold()
    {
        var document = BodyDocument.Parse(Encoding.UTF8.GetBytes(Conversation));
        var collector = new FindingCollector(document, new Allowlist(new AllowlistOptions { Paths = ["test/**"] }));
        var sink = collector.SinkFor("own");
        foreach (var field in new ScanBatch(document, "anthropic", null, SessionContext.Empty))
        {
            if (field.Utf8.StartsWith("key="u8))
            {
                sink.Report(field, 0, field.Utf8.Length, "own", Severity.High);
            }
        }

        Values(collector).ShouldBe(["key=xyz"]);
        collector.AllowedHits.ShouldBe(1);
    }

    [Fact]
    public void Parse_WithAFile_IsThatFilesContent()
    {
        var document = BodyDocument.Parse("key=abc"u8.ToArray(), "keys/site.pem");

        document.SourceFiles.Single().Name.ShouldBe("keys/site.pem");
        document.SourceFileOf(0).ShouldBe("keys/site.pem");
    }

    [Theory]
    [InlineData("key=a", "key=a")]
    [InlineData("key=a # lumen-argus:allow", "")]
    [InlineData("# lumen-argus:allow key=a", "key=a")]
    [InlineData("/* lumen-argus:allow */ key=a\nkey=b", "key=b")]
    [InlineData("key=a # lumen-argus:allow specific", "")]
    [InlineData("key=a # lumen-argus:allow secrets.specific.", "")]
    [InlineData("key=a # lumen-argus:allow other, specific", "")]
    [InlineData("key=a # lumen-argus:allow other", "key=a")]
    [InlineData("key=a # lumen-argus:allowed", "key=a")]
    [InlineData("key=a\n# lumen-argus:allow\nkey=b", "key=a,key=b")]
    [InlineData("key=a # lumen-argus:allow\nkey=a", "key=a")]
    [InlineData("key=a # lumen-argus:allow lumen-argus:allow specific", "")]
    public void ToFindings_InlineComment_ExemptsItsLine(string text, string expected)
    {
        var (_, honoured, _) = Collect(text, new AllowlistOptions { InlineComments = true }, Specific);
        var (_, ignored, _) = Collect(text, new AllowlistOptions(), Specific);

        string.Join(',', Values(honoured)).ShouldBe(expected);
        Values(ignored).ShouldContain("key=a");
    }

    [Fact]
    public void ToFindings_ValueOnAnExemptLineAndAnother_ShowsTheOther()
    {
        var (document, collector, _) = Collect("key=a # lumen-argus:allow\nkey=a", new AllowlistOptions { InlineComments = true }, Specific);

        var finding = collector.ToFindings().Single();
        finding.Count.ShouldBe(1);
        finding.Span!.Value.Start.ShouldBe(26);
        collector.Occurrences(finding).Select(o => o.Span!.Value.Start).ShouldBe([26]);
        collector.AllowedHits.ShouldBe(1);
        document.Count.ShouldBe(1);
    }

    private static (BodyDocument Document, FindingCollector Collector, ScanCounters Counters) Collect(string body, AllowlistOptions allowlist, params DetectionRule[] rules)
    {
        var document = BodyDocument.Parse(Encoding.UTF8.GetBytes(body));
        var collector = new FindingCollector(document, new Allowlist(allowlist));
        var counters = new ScanCounters();
        TestRules.Index(rules).Scan(document, collector, counters);
        return (document, collector, counters);
    }

    private static string[] Values(FindingCollector collector) => [.. collector.ToFindings().Select(f => f.Value.Reveal().ToString())];
}
