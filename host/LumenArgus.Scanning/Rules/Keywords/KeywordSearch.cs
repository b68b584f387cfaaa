using System.Runtime.CompilerServices;

namespace LumenArgus.Scanning.Rules.Keywords;

/// <summary>
/// A filter (<see cref="KeywordEnds"/>) names the places of a stretch of text where a keyword may end; there the text is compared with those that end alike
/// (<see cref="KeywordSuffixes"/>). Ends, not starts, because hits are then found in the order of their ends. One after the other over a stretch, not at each place:
/// what depends on an answer is foreseen badly.
/// </summary>
internal sealed class KeywordSearch : IKeywordSearch
{
    private readonly KeywordEnds _ends;
    private readonly KeywordSuffixes _suffixes;

    /// <param name="keywords">Lower case, one char per byte, none empty, none twice.</param>
    /// <param name="vectors">As for <see cref="KeywordEnds"/>.</param>
    public KeywordSearch(IReadOnlyList<string> keywords, int vectors = 512)
    {
        var bits = new KeywordEndBits(keywords);
        _ends = new KeywordEnds(keywords, bits, vectors);
        _suffixes = new KeywordSuffixes(keywords, bits);
    }

    public int MinBuffer => _suffixes.MostAtOneEnd;

    // Memory from the stack here, the loops in a method that is compiled again when it turns out to be hot.
    [SkipLocalsInit]
    public int Find(ReadOnlySpan<byte> text, int to, ref KeywordCursor cursor, Span<KeywordHit> hits)
    {
        Span<ushort> places = stackalloc ushort[KeywordEnds.MostPlaces];
        return Find(text, Math.Min(to, text.Length), ref cursor, hits, places);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private int Find(ReadOnlySpan<byte> text, int to, ref KeywordCursor cursor, Span<KeywordHit> hits, Span<ushort> places)
    {
        var count = 0;
        while (cursor.Position < to)
        {
            var from = cursor.Position;
            var end = Math.Min(to, from + KeywordEnds.Stretch);
            foreach (var place in places[.._ends.Find(text, from, end, places)])
            {
                count += _suffixes.Find(text, from + place + 1, hits[count..]);
                if (hits.Length - count < MinBuffer)
                {
                    cursor.Position = from + place + 1;
                    return count;
                }
            }

            cursor.Position = end;
        }

        cursor.IsAtEnd = true;
        return count;
    }
}
