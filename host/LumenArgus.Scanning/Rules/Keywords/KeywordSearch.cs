namespace LumenArgus.Scanning.Rules.Keywords;

/// <summary>
/// A filter over the last four bytes of all keywords (<see cref="KeywordEnds"/>) names the places where one may end; there the text is
/// compared with those that end alike (<see cref="KeywordSuffixes"/>). Ends, not starts, because hits are then found in the order of their ends.
/// </summary>
internal sealed class KeywordSearch : IKeywordSearch
{
    private readonly KeywordEnds _ends;
    private readonly KeywordSuffixes _suffixes;

    /// <param name="keywords">Lower case, one char per byte, none empty, none twice.</param>
    public KeywordSearch(IReadOnlyList<string> keywords)
    {
        _ends = new KeywordEnds(keywords);
        _suffixes = new KeywordSuffixes(keywords);
    }

    public int MinBuffer => _suffixes.MostAtOneEnd;

    public int Find(ReadOnlySpan<byte> text, ref KeywordCursor cursor, Span<KeywordHit> hits)
    {
        var count = 0;
        while (_ends.Next(text, ref cursor) is var end && end > 0)
        {
            count += _suffixes.Find(text, end, hits[count..]);
            if (hits.Length - count < MinBuffer)
            {
                return count;
            }
        }

        cursor.IsAtEnd = true;
        return count;
    }
}
