using System.Text;
using LumenArgus.Abstractions.Model;
using LumenArgus.Scanning.Fields;
using LumenArgus.Scanning.Findings;
using LumenArgus.Scanning.Rules;

namespace LumenArgus.Tests.Scanning;

public class FindingCollectorTests
{
    private static readonly DetectionRule Generic = TestRules.Rule("generic", "key=[a-z]+") with { Generic = true };

    [Fact]
    public void ToFindings_EqualValues_AreOneWithCountAndAllOccurrences()
    {
        var (document, collector) = Collect("""{"a":"key=x key=y","b":"key=x"}""", TestRules.Rule("r", "key=[a-z]"));
        var findings = collector.ToFindings();

        findings.Select(f => (f.Value.Reveal().ToString(), f.Count, f.Location)).ShouldBe([("key=x", 2, "a"), ("key=y", 1, "a")]);
        var occurrences = collector.Occurrences(findings[0] with { Action = PolicyAction.Redact });
        occurrences.Select(o => (o.Location, o.Count)).ShouldBe([("a", 1), ("b", 1)]);
        occurrences.Select(o => Encoding.UTF8.GetString(document.Body.Span.Slice(o.Span!.Value.Start, o.Span.Value.Length))).ShouldBe(["key=x", "key=x"]);
    }

    [Theory]
    [InlineData("key=abc", "specific")]
    [InlineData("key=xyz", "generic")]
    [InlineData("key=abc key=xyz key=abc", "specific,generic")]
    public void ToFindings_GenericUnderSpecific_IsDropped(string text, string expected)
    {
        var (_, collector) = Collect(text, Generic, TestRules.Rule("specific", "abc") with { Severity = Severity.Info });

        string.Join(',', collector.ToFindings().OrderBy(f => f.Type == "generic").Select(f => f.Type)).ShouldBe(expected);
    }

    [Fact]
    public void ToFindings_GenericUnderWeakerHitOfAnotherDetector_Stays()
    {
        var (_, collector) = Collect("key=abc", Generic, TestRules.Rule("weak", "abc", "pii") with { Severity = Severity.Info });

        collector.ToFindings().Length.ShouldBe(2);
    }

    [Theory]
    [InlineData("near", Severity.Critical, "other", Severity.Info, "other")]
    [InlineData("other", Severity.Warning, "third", Severity.High, "third")]
    [InlineData("other", Severity.High, "third", Severity.Warning, "other")]
    [InlineData("other", Severity.High, "third", Severity.High, "other")]
    public void ToFindings_GenericUnderGeneric_KeepsOne(string first, Severity firstSeverity, string second, Severity secondSeverity, string expected)
    {
        DetectionRule[] rules =
        [
            TestRules.Rule("near", "[a-z]{3}") with { Keywords = ["key"], KeywordDistance = 20, Generic = true },
            TestRules.Rule("other", "=[a-z]{3}") with { Keywords = ["=a"], Generic = true },
            TestRules.Rule("third", "y=[a-z]{3}") with { Generic = true },
        ];
        var chosen = rules.Where(r => r.Name == first || r.Name == second).Select(r => r with { Severity = r.Name == first ? firstSeverity : secondSeverity });

        var (_, collector) = Collect("key=abc y=abc", [.. chosen]);

        collector.ToFindings().Where(f => f.Value.Reveal().Contains("abc", StringComparison.Ordinal)).Select(f => f.Type).Distinct().ShouldBe([expected]);
    }

    [Fact]
    public void ToFindings_GenericUnderGenericOfAnotherDetector_Stays()
    {
        var (_, collector) = Collect("key=abc", Generic, TestRules.Rule("other", "=abc", "pii") with { Generic = true });

        collector.ToFindings().Length.ShouldBe(2);
    }

    [Fact]
    public void ToFindings_Secret_HasItsLineWithoutOtherValues()
    {
        var (_, collector) = Collect(
            """{"a":"first\nset alpha then beta here\nlast"}""",
            TestRules.Rule("one", "alpha"),
            TestRules.Rule("two", "beta", "pii"));

        collector.ToFindings().Select(finding => finding.Context).ShouldBe(["set a**** then … here", null]);
    }

    [Fact]
    public void ToFindings_SecretBesideOneInParts_HasNoLine()
    {
        // Where the parts stand in the line, only the joined text knows.
        var result = Decoding.Decoded.Run(
            """{"a":"set alpha then \"betagam\" + \"madelta\" here"}""", index: TestRules.Index(TestRules.Rule("one", "alpha"), TestRules.Rule("two", "betagammadelta")));

        result.Findings.Count.ShouldBe(2);
        result.Findings.ShouldAllBe(static finding => finding.Context == null);
    }

    [Fact]
    public void ToFindings_ValueInPropertyName_IsNotInTheLocation()
    {
        var (_, collector) = Collect("""{"outer":{"key=abc":{"x":"key=abc"}}}""", TestRules.Rule("r", "key=[a-z]+"));

        collector.ToFindings().Single().Location.ShouldBe("outer[*]");
        collector.Occurrences(collector.ToFindings().Single()).Select(o => o.Location).ShouldBe(["outer[*]", "outer[*].x"]);
    }

    [Fact]
    public void ToFindings_TooManyValues_AreCountedAndKeepTheirType()
    {
        var text = string.Concat(Enumerable.Range(0, FindingCollector.MaxValues + 500).Select(i => $"key={i:d5} "));
        var (_, collector) = Collect(text, TestRules.Rule("r", @"key=\d{5}"));
        var findings = collector.ToFindings();

        findings.Length.ShouldBe(FindingCollector.MaxValues + 1);
        findings.Sum(f => f.Count).ShouldBe(FindingCollector.MaxValues + 500);
        findings[^1].Value.IsEmpty.ShouldBeTrue();
        findings[^1].Detail.ShouldNotBeNull();
        collector.Occurrences(findings[^1]).ShouldBeEmpty();
    }

    [Fact]
    public void Report_AfterClose_IsIgnored()
    {
        var document = BodyDocument.Parse("hello"u8.ToArray());
        var collector = new FindingCollector(document);
        var batch = new ScanBatch(document, "anthropic", null, SessionContext.Empty);
        var sink = collector.SinkFor("own");

        sink.Report(batch[0], 0, 2, "first", Severity.High, PolicyAction.Block);
        Should.Throw<ArgumentOutOfRangeException>(() => sink.Report(new ScanBatch(document, "a", null, SessionContext.Empty)[0], 4, 2, "x", Severity.High));
        sink.Close();
        sink.Report(batch[0], 0, 2, "late", Severity.High);

        var finding = collector.ToFindings().ShouldHaveSingleItem();
        finding.Type.ShouldBe("first");
        finding.Action.ShouldBe(PolicyAction.Block);
    }

    [Fact]
    public void AddDetectorHits_CharactersBehindNonAscii_MapToBytes()
    {
        var document = BodyDocument.Parse(Encoding.UTF8.GetBytes("""["é😀secret"]"""));
        var collector = new FindingCollector(document);

        collector.AddDetectorHits("async", [new DetectorHit(0, 3, 6, "t", Severity.High), new DetectorHit(7, 0, 1, "t", Severity.High)]).ShouldBe(1);

        collector.ToFindings().Single().Value.Reveal().ToString().ShouldBe("secret");
    }

    [Fact]
    public void Scan_FileOfAToolResult_IsFoundByName()
    {
        const string Body = """
            {"messages":[{"content":[{"type":"tool_use","id":"t","input":{"file_path":"/home/u/site.pem"}}]},
            {"role":"user","content":[{"type":"tool_result","tool_use_id":"t","content":"text"}]}]}
            """;
        var finding = TestRules.Index([.. TestRules.All]).Scan(Body).ShouldHaveSingleItem();

        finding.Type.ShouldBe("blocked_file");
        finding.Value.Reveal().ToString().ShouldBe("site.pem");
        finding.Location.ShouldBe("messages[1].content[0].content");
        finding.Span.ShouldBeNull();
    }

    /// <summary>What was told of a text before its name was found to be a secret must not be told again.</summary>
    [Fact]
    public void ToFindings_NameFoundAfterwards_IsMaskedInThePathOfItsValue()
    {
        var (document, collector) = Collect("""{"secretname":"key=abc"}""", TestRules.Rule("value", "key=[a-z]+"));
        collector.ToFindings().ShouldHaveSingleItem().Location.ShouldContain("secretname");

        TestRules.Index(TestRules.Rule("name", "secretname")).Scan(document, collector, new ScanCounters());

        collector.ToFindings().ShouldAllBe(static finding => !finding.Location.Contains("secretname", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("https://contoso.com", "secrets")]
    [InlineData(null, "custom,pii")]
    public void ToFindings_WeakerHitInAValue_IsHiddenByAPublishedRuleOnly(string? source, string expected)
    {
        var (_, collector) = Collect(
            "key=jane@contoso.com",
            TestRules.Rule("strong", "key=.+", source is null ? "custom" : "secrets") with { Severity = Severity.Critical, Source = source },
            TestRules.Rule("mail", "[a-z]+@[a-z.]+", "pii") with { Severity = Severity.Warning, Source = "https://contoso.com/mail" });

        string.Join(',', collector.ToFindings().Select(static finding => finding.Detector).Order()).ShouldBe(expected);
    }

    [Fact]
    public void Scan_CountersOfAnEarlierScan_DoNotShortenThisOne()
    {
        var counters = new ScanCounters { RegexBytes = long.MaxValue / 2, BytesSkipped = 7, RegexTimeouts = 1 };

        TestRules.Index(TestRules.Rule("r", @"key\w+\d+\w+x")).Scan("keyab12cdx"u8.ToArray(), counters).ShouldHaveSingleItem().Type.ShouldBe("r");
    }

    [Theory]
    [InlineData("", "****")]
    [InlineData("abc", "****")]
    [InlineData("abcdefgh", "ab****")]
    [InlineData("abcdefghijklmnopqrstuvwxyz", "abcd****")]
    [InlineData("a😀bcdef", "a****")]
    [InlineData("\u001bbcdefgh", "?b****")]
    public void Preview_Value_ShowsAtMostAQuarter(string value, string expected) => Preview.Of(value).ShouldBe(expected);

    private static (BodyDocument Document, FindingCollector Collector) Collect(string body, params DetectionRule[] rules)
    {
        var document = BodyDocument.Parse(Encoding.UTF8.GetBytes(body));
        var collector = new FindingCollector(document);
        TestRules.Index(rules).Scan(document, collector, new ScanCounters());
        return (document, collector);
    }
}
