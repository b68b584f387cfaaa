using LumenArgus.Abstractions.Model;

namespace LumenArgus.Scanning.History;

/// <summary>One element of the conversation's list.</summary>
internal struct HistoryMessage
{
    public ByteSpan Span;

    public Speaker Speaker;

    public int FirstPart;

    public int EndPart;

    /// <summary>The list of blocks, brackets included; empty without one.</summary>
    public ByteSpan Blocks;

    /// <summary>The list of calls, brackets included; empty without one.</summary>
    public ByteSpan Calls;

    /// <summary>All properties, each from its name to the end of its value; only where there is a list of calls.</summary>
    public ByteSpan[]? Properties;

    /// <summary>Whether there is nothing but the role and the list of blocks, and which comes first.</summary>
    public MessageLayout Layout;

    /// <summary>What the text is where there is no list of blocks.</summary>
    public PartKind Text;

    /// <summary>An item of the Responses API that must be followed by what came of it.</summary>
    public bool IsReasoning;

    /// <summary>Holds what the provider has signed or encrypted, or is one result: it goes as a whole or not at all.</summary>
    public bool IsWhole;

    /// <summary>As <see cref="HistoryPart.Link"/>, where the message itself is the call or the result.</summary>
    public int Link;

    /// <summary>Whether the message itself is a call.</summary>
    public bool IsCall;

    /// <summary>The identifier that the message itself has as a call or result.</summary>
    public string? CallId;

    /// <summary>First of the messages that belong together with this one: what a model gave in one go behind its reasoning.</summary>
    public int GroupFirst;

    /// <summary>Behind the last of them.</summary>
    public int GroupEnd;

    public bool IsRemoved;

    /// <summary>Whether a part of it is removed.</summary>
    public bool IsTouched;
}
