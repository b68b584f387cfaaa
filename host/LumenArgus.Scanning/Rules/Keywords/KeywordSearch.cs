using System.Numerics;

namespace LumenArgus.Scanning.Rules.Keywords;

/// <summary>
/// A filter (<see cref="KeywordEnds"/>) names the places where a keyword may end; there the text is compared with those that end alike
/// (<see cref="KeywordSuffixes"/>). Ends, not starts, because hits are then found in the order of their ends.
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

    public int Find(ReadOnlySpan<byte> text, int to, ref KeywordCursor cursor, Span<KeywordHit> hits)
    {
        var count = 0;
        while (true)
        {
            for (var found = cursor.Found; found != 0; found &= found - 1)
            {
                // The highest bit belongs to the byte before the position.
                var end = cursor.Position - KeywordEnds.Block + 1 + BitOperations.TrailingZeroCount(found);
                count += _suffixes.Find(text, end, hits[count..]);
                if (hits.Length - count < MinBuffer)
                {
                    cursor.Found = found & (found - 1);
                    return count;
                }
            }

            cursor.Found = 0;
            if (cursor.Position >= to)
            {
                cursor.IsAtEnd = true;
                return count;
            }

            _ends.Advance(text, to, ref cursor);
        }
    }
}
