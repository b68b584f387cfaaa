using LumenArgus.Abstractions.Model;
using LumenArgus.Abstractions.Plugin;
using LumenArgus.Scanning.Rules;
using LumenArgus.Scanning.Rules.Marks;

namespace LumenArgus.Tests.Scanning;

/// <summary>Which rules are looked for near a mark only.</summary>
public sealed class RuleMarkTests
{
    private const string Source = "https://docs.example.com/tokens";

    [Theory]
    [InlineData("tok_[0-9A-Za-z]{32}", nameof(TextMark.Drawn))]
    [InlineData("tok_(?:[0-9a-f]{40}|[0-9A-Z]{26})", nameof(TextMark.Drawn))]
    [InlineData("acme[ ]{0,4}=[ ]{0,4}([0-9a-z]{20,})", nameof(TextMark.Drawn))]
    [InlineData("tok_[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}", nameof(TextMark.Drawn))]
    [InlineData("tok_[0-9A-Za-z]{10}", nameof(TextMark.None))] // too short
    [InlineData("tok_[0-9A-Za-z.]{40}", nameof(TextMark.None))] // a dot ends a run
    [InlineData("tok_[a-z-]{40}", nameof(TextMark.None))] // may be words
    [InlineData("tok_[0-9A-Za-z]{16}", nameof(TextMark.None))] // one in a thousand has no digit and looks like a name
    [InlineData("acme.{0,200}=([0-9a-z]{20,})", nameof(TextMark.None))] // too far away
    [InlineData("tok_(?:[0-9a-f]{40}|[0-9a-f.]{26})", nameof(TextMark.None))]
    [InlineData("acme: \\d{3}-\\d{3}-\\d{3}", nameof(TextMark.Digits))]
    [InlineData("acme: (?:\\d{11}|\\d{4} \\d{4})", nameof(TextMark.Digits))]
    [InlineData("acme: \\d{3}-[a-z]{9}-\\d{3}", nameof(TextMark.Drawn))]
    [InlineData("acme: \\d{3}[a-z ]{9}\\d{3}", nameof(TextMark.None))]
    [InlineData("acme: \\d{0,9}x", nameof(TextMark.None))]
    [InlineData("acme: \\d{2,5}\\)?(?:[ ./-]{1,3}\\d{2,8}){1,5}", nameof(TextMark.Digits))] // two on each side of at most four others
    [InlineData("acme: (?:\\d{2} {0,5}x){2}", nameof(TextMark.None))]
    [InlineData("acme: (?:x\\d{2} {0,5}){2,3}", nameof(TextMark.None))]
    [InlineData("(?:acme|tok_)://[^\\s@]{1,60}@x", nameof(TextMark.Url))]
    public void Of_PublishedPattern_IsWhatEachMatchHas(string pattern, string mark) =>
        MarkOf(Rule(pattern) with { Source = Source }).ToString().ShouldBe(mark);

    [Fact]
    public void Of_PatternAlone_IsLookedForEverywhere() => MarkOf(Rule("tok_[0-9A-Za-z]{32}")).ShouldBe(TextMark.None);

    [Fact]
    public void Of_KeywordFarBehindTheStart_IsLookedForEverywhere() =>
        MarkOf(Rule("[0-9A-Za-z]{32}[^x]{100,200}tok_") with { Source = Source }).ShouldBe(TextMark.None);

    [Fact]
    public void Of_KeywordsThatBeginBeforeTheBranches_IsWhatEachMatchHas()
    {
        var anchor = AnchorOf(Rule("c(?:e(?:ll[ ]{0,9}x|ntre)|all[ ]{0,9}us)[^0-9]{1,40}\\d{4}") with { Keywords = ["cell", "centre", "call"] });

        anchor.Mark.ShouldBe(TextMark.Digits);
        anchor.Before.ShouldBe("centre".Length);
    }

    [Fact]
    public void Of_BranchesInBranches_IsDoneInTimeThatDoesNotDoubleWithEach()
    {
        var pattern = string.Concat(Enumerable.Range(0, 45).Select(static i => $"{(char)('a' + (i % 26))}(?:x\\d{{0,9}}y|")) + "z" + new string(')', 45) + "tok_";

        MarkOf(Rule(pattern)).ShouldBe(TextMark.None);
    }

    private static DetectionRule Rule(string pattern) => new()
    {
        Name = "rule",
        Detector = "tests",
        Severity = Severity.High,
        Pattern = pattern,
        Keywords = [pattern.Contains("acme", StringComparison.Ordinal) ? "acme" : "tok_", .. pattern.Contains("acme|tok_", StringComparison.Ordinal) ? ["tok_"] : Array.Empty<string>()],
    };

    private static TextMark MarkOf(DetectionRule rule) => AnchorOf(rule).Mark;

    private static RuleAnchor AnchorOf(DetectionRule rule)
    {
        var build = RuleIndex.Build([rule], new Dictionary<string, IRuleValidator>(), new RuleIndexOptions());
        build.Rejected.ShouldBeEmpty();
        return build.Index.Rules[0].Anchor;
    }
}
