namespace LumenArgus.Scanning.Rules.Keywords;

/// <summary>Where a search stands between two calls.</summary>
internal struct KeywordCursor
{
    /// <summary>What ends before it was found.</summary>
    public int Position;

    public bool IsAtEnd;
}
