using LumenArgus.Scanning.Rules.Keywords;

namespace LumenArgus.Tests.Scanning;

public sealed class KeywordDivisionTests
{
    [Fact]
    public void Divide_AShortKeywordAmongMany_StillFillsAllBuckets()
    {
        var random = new Random(5);
        string[] keywords = ["@", "+4", .. Enumerable.Range(0, 300).Select(_ => new string(random.GetItems<char>("abcdefghijklmnopqrstuvwxyz_", random.Next(4, 9)))).Distinct()];

        var buckets = KeywordDivision.Divide(keywords, 64);

        buckets.Count.ShouldBe(64);
        buckets.SelectMany(bucket => bucket).Order(StringComparer.Ordinal).ShouldBe(keywords.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Divide_FewerKeywordsThanBuckets_GivesEachItsOwn() => KeywordDivision.Divide(["@", "key", "token", "secret"], 64).Count.ShouldBe(4);

    [Theory]
    [InlineData("identification", "identific")]
    [InlineData("key", "key")]
    [InlineData("token_xq", "token_xq")]
    public void Stem_KeywordWithACommonEnd_IsCutWhereItIsRarer(string keyword, string stem) => KeywordStem.Of(keyword).ShouldBe(stem);
}
