using LumenArgus.Abstractions.Model;
using LumenArgus.Scanning.Rules;

namespace LumenArgus.Tests.Scanning;

public class RuleDialectTests
{
    [Theory]
    [InlineData("key_[a-c]{2}", "xkey_abc", "key_ab")]
    [InlineData("key[^ ]+", "keyé end", "keyé")]
    [InlineData(@"\bkey\b", "keys ékeyé key_", "key")]
    [InlineData(@"(?i)KEY-\d", "kEy-7", "kEy-7")]
    [InlineData(@"(?i:k)ey", "Key kEY", "Key")]
    [InlineData("key=(?:a|ab)c", "key=abc", "key=abc")]
    [InlineData("key=.{1,3}?;", "key=ab;;", "key=ab;")]
    [InlineData("<key>.+?</key>", "<key>a</key></key>", "<key>a</key>")]
    [InlineData("^key=x$", "a\nkey=x\r\nkey=xy", "key=x")]
    [InlineData(@"key\x41\.\[\t", "keyA.[\t", "keyA.[\t")]
    [InlineData("key[]x-]+", "key]-x!", "key]-x")]
    [InlineData("schlüssel", "der schlüssel", "schlüssel")]
    [InlineData("key(?:ab){2,3}c", "keyababc", "keyababc")]
    [InlineData(@"key[\w-]{3,}\b", "keyabcd-- x", "keyabcd")]
    [InlineData("key(?:[a-z]+,)*end", "keya,bc,end", "keya,bc,end")]
    [InlineData(@"key\w+\d+\w+x", "keyab12cdx!", "keyab12cdx")]
    public void Match_Pattern_GivesText(string pattern, string text, string expected) =>
        TestRules.Values(pattern, text).ShouldBe([expected]);

    [Theory]
    [InlineData("(?=x)key", "dialect")]
    [InlineData(@"(key)\1", "dialect")]
    [InlineData("(?<n>key)", "dialect")]
    [InlineData("key++", "dialect")]
    [InlineData(@"\p{L}key", "dialect")]
    [InlineData("[ä]key", "ASCII")]
    [InlineData("[[:alpha:]]key", "POSIX")]
    [InlineData("key(", "missing )")]
    [InlineData("key)", "unexpected )")]
    [InlineData("key[", "missing ]")]
    [InlineData("key{x}", "expected")]
    [InlineData("key{3,2}", "bounds")]
    [InlineData("*key", "nothing to repeat")]
    [InlineData("(?:key)?", "empty text")]
    [InlineData("[a-z]+", "nothing to search by")]
    [InlineData(@"[a-z]{0,500}\d", "nothing to search by")]
    [InlineData("key(?:[a-z]{1,300}[a-f]){1,300}", "states")]
    [InlineData("k_((a{0,50}){0,50}b)", "inside each other")]
    [InlineData("key(?:(?:[ab]{0,22}c?){0,22}d)+", "inside each other")]
    public void Build_OutsideTheDialect_RejectsWithReason(string pattern, string reason)
    {
        var build = RuleIndex.Build([TestRules.Rule("r", pattern)], TestRules.Validators, new RuleIndexOptions());

        build.Index.Count.ShouldBe(0);
        build.Rejected.ShouldHaveSingleItem().Reason.ShouldContain(reason);
    }

    public static TheoryData<DetectionRule, string> BadRules() => new()
    {
        { TestRules.Rule("r", "key") with { Validator = "missing" }, "validator 'missing'" },
        { TestRules.Rule("r", "key") with { SecretGroup = 1 }, "secret group" },
        { TestRules.Rule("r", "key") with { WindowBytes = 8 }, "window" },
        { TestRules.Rule("r", "key") with { EntropyFloor = 9 }, "entropy" },
        { TestRules.Rule("r", "[a-z]+") with { KeywordDistance = 10 }, "needs keywords" },
        { TestRules.Rule("r", "[a-z]+") with { Keywords = ["k"] }, "two or more" },
        { TestRules.Rule("r", "key[a-z]{600}"), "window of 512" },
        { TestRules.Rule("", "key"), "name" },
    };

    [Theory]
    [MemberData(nameof(BadRules))]
    public void Build_BadRule_RejectsWithReason(DetectionRule rule, string reason) =>
        RuleIndex.Build([rule], TestRules.Validators, new RuleIndexOptions()).Rejected.ShouldHaveSingleItem().Reason.ShouldContain(reason);

    [Fact]
    public void Build_SameNameTwice_RejectsTheSecond() =>
        RuleIndex.Build([TestRules.Rule("r", "key1"), TestRules.Rule("r", "key2")], TestRules.Validators, new RuleIndexOptions())
            .Rejected.ShouldHaveSingleItem().Reason.ShouldContain("another rule");

    [Fact]
    public void Build_RuleOfAnotherStage_IsLeftOut()
    {
        var build = RuleIndex.Build([TestRules.Rule("r", "key") with { Stages = RuleStages.Response }], TestRules.Validators, new RuleIndexOptions());

        build.Index.Count.ShouldBe(0);
        build.Rejected.ShouldBeEmpty();
    }
}
