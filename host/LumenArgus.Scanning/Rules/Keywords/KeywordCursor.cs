namespace LumenArgus.Scanning.Rules.Keywords;

/// <summary>Where a search stands between two calls.</summary>
internal struct KeywordCursor
{
    /// <summary>The bytes before it have been looked at.</summary>
    public int Position;

    /// <summary>Of the bytes before <see cref="Position"/>, the last 64 or fewer: a bit for each one that may be the last of a keyword and was not reported yet.</summary>
    public ulong Found;

    /// <summary>The same for the 64 bytes from <see cref="Position"/> on, if <see cref="HasNext"/>.</summary>
    public ulong Next;

    public bool HasNext;

    public bool IsAtEnd;
}
