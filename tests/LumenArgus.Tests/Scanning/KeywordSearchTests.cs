using System.Text;
using LumenArgus.Scanning.Rules.Keywords;

namespace LumenArgus.Tests.Scanning;

public sealed class KeywordSearchTests
{
    private static readonly string[] Keywords = ["@", "@b", "ab", "abc", "bca", "aab", "c-a", "bcabca", "aaaa", "-c", "x-a-x", "ab-cab @x", "cb@a-abxbc"];

    [Theory]
    [InlineData(9, 512)]
    [InlineData(128, 512)]
    [InlineData(128, 256)]
    [InlineData(128, 128)]
    [InlineData(128, 0)]
    public void Find_RandomText_FindsEveryOccurrenceOnceInOrderOfEnds(int buffer, int vectors)
    {
        var search = new KeywordSearch(Keywords, vectors);
        var random = new Random(7);
        for (var round = 0; round < 2000; round++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(random.Next(8) == 0 ? 400 : 60)).Select(_ => "aAbBc-@ x"[random.Next(9)]));

            var found = Find(search, text, new KeywordHit[Math.Max(buffer, search.MinBuffer)]);

            found.ShouldBe(found.OrderBy(h => h.End).ToArray());
            found.Order(Comparer<KeywordHit>.Create((a, b) => (a.End, a.Keyword).CompareTo((b.End, b.Keyword)))).ShouldBe(Expected(text));
        }
    }

    private static KeywordHit[] Find(KeywordSearch search, string text, KeywordHit[] hits)
    {
        var bytes = Encoding.ASCII.GetBytes(text);
        var found = new List<KeywordHit>();
        var cursor = default(KeywordCursor);
        do
        {
            var count = search.Find(bytes, bytes.Length, ref cursor, hits);
            found.AddRange(hits.AsSpan(0, count));
        }
        while (!cursor.IsAtEnd);

        return [.. found];
    }

    private static IEnumerable<KeywordHit> Expected(string text) =>
        from end in Enumerable.Range(1, text.Length)
        from keyword in Enumerable.Range(0, Keywords.Length)
        where text[..end].EndsWith(Keywords[keyword], StringComparison.OrdinalIgnoreCase)
        select new KeywordHit(keyword, end);
}
