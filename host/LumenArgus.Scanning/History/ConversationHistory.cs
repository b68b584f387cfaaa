using LumenArgus.Abstractions.Model;

namespace LumenArgus.Scanning.History;

/// <summary>A conversation as its body lists it: messages, their blocks, and which result belongs to which call. Holds places, no text.</summary>
internal sealed class ConversationHistory
{
    public required ConversationFormat Format { get; init; }

    public required HistoryMessage[] Messages { get; init; }

    public required HistoryPart[] Parts { get; init; }

    /// <summary>How many calls there are; links count from 0.</summary>
    public required int Links { get; init; }

    /// <summary>Links whose call is not in the body.</summary>
    public required IReadOnlySet<int> ResultsWithoutCall { get; init; }

    /// <summary>Whether the provider keeps earlier turns that this body only refers to.</summary>
    public required bool HasStoredTurns { get; init; }

    /// <summary>Whether the provider refuses two messages of one role in a row.</summary>
    public bool MustAlternate => Format is ConversationFormat.Gemini or ConversationFormat.Converse;

    /// <summary>The message that holds a range of the body; -1 if none holds all of it.</summary>
    public int MessageAt(ByteSpan span)
    {
        var at = FirstEndingBehind(span.Start, 0, Messages.Length, index => Messages[index].Span);
        return at < Messages.Length && Holds(Messages[at].Span, span) ? at : -1;
    }

    /// <summary>The part of a message that holds a range; -1 if it stands elsewhere in the message.</summary>
    public int PartAt(int message, ByteSpan span)
    {
        ref readonly var entry = ref Messages[message];
        var at = FirstEndingBehind(span.Start, entry.FirstPart, entry.EndPart, index => Parts[index].Span);
        return at < entry.EndPart && Holds(Parts[at].Span, span) ? at : -1;
    }

    private static bool Holds(ByteSpan outer, ByteSpan inner) => outer.Start <= inner.Start && inner.End <= outer.End;

    private static int FirstEndingBehind(int offset, int low, int high, Func<int, ByteSpan> spanOf)
    {
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (spanOf(middle).End <= offset)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }
}
