namespace LumenArgus.Scanning.Rules.Keywords;

/// <summary>Finds all occurrences of all keywords in one pass. The seam for faster searches; immutable and shared by threads.</summary>
internal interface IKeywordSearch
{
    /// <summary>Finds occurrences, in the order of their ends.</summary>
    /// <param name="text">The whole text.</param>
    /// <param name="to">The offset behind the last byte of the last occurrence of interest; some that end behind it may be found too.</param>
    /// <param name="cursor">Where to go on. Its position is the first place at which an occurrence may end.</param>
    /// <param name="hits">Takes the hits, at least <see cref="MinBuffer"/> long.</param>
    /// <returns>Number of hits; fewer than the buffer can mean there are more. The end is reached when <see cref="KeywordCursor.IsAtEnd"/> is set.</returns>
    int Find(ReadOnlySpan<byte> text, int to, ref KeywordCursor cursor, Span<KeywordHit> hits);

    /// <summary>The smallest buffer, as many hits as can end at one place.</summary>
    int MinBuffer { get; }
}
