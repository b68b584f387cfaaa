using LumenArgus.Abstractions.Model;

namespace LumenArgus.Scanning.History;

/// <summary>One element of a message's list of blocks or of its list of calls.</summary>
internal struct HistoryPart
{
    /// <summary>No call belongs to it.</summary>
    public const int NoLink = -1;

    public ByteSpan Span;

    public PartKind Kind;

    /// <summary>Whether it stands in the list of calls (<c>tool_calls</c>) and not in that of blocks.</summary>
    public bool IsInCalls;

    /// <summary>Number of the call that it is, or whose result it is.</summary>
    public int Link;

    public bool IsRemoved;
}
