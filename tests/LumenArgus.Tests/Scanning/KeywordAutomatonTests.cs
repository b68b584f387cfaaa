using System.Text;
using LumenArgus.Scanning.Rules.Keywords;

namespace LumenArgus.Tests.Scanning;

public sealed class KeywordAutomatonTests
{
    private static readonly string[] Keywords = ["@", "@b", "ab", "abc", "bca", "aab", "c-a", "bcabca", "aaaa"];

    [Theory]
    [InlineData(9)]
    [InlineData(128)]
    public void Find_RandomText_FindsEveryOccurrenceOnceInOrderOfEnds(int buffer)
    {
        var automaton = new KeywordAutomaton(Keywords);
        var random = new Random(7);
        for (var round = 0; round < 3000; round++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(40)).Select(_ => "aAbBc-@ x"[random.Next(9)]));

            var found = Find(automaton, text, new KeywordHit[Math.Max(buffer, automaton.MinBuffer)]);

            found.ShouldBe(found.OrderBy(h => h.End).ToArray());
            found.Order(Comparer<KeywordHit>.Create((a, b) => (a.End, a.Keyword).CompareTo((b.End, b.Keyword)))).ShouldBe(Expected(text));
        }
    }

    private static KeywordHit[] Find(KeywordAutomaton automaton, string text, KeywordHit[] hits)
    {
        var bytes = Encoding.ASCII.GetBytes(text);
        var found = new List<KeywordHit>();
        var cursor = default(KeywordCursor);
        do
        {
            var count = automaton.Find(bytes, ref cursor, hits);
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
