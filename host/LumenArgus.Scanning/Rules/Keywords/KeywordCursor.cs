namespace LumenArgus.Scanning.Rules.Keywords;

/// <summary>Where a search stands between two calls.</summary>
internal struct KeywordCursor
{
    public int Position;
    public int State;
    public bool IsAtEnd;
}
