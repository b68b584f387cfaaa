namespace LumenArgus.Scanning.Decoding.Seams;

/// <summary>The parts of a text that may be joined with its neighbours.</summary>
internal readonly ref struct SeamText
{
    private const int MaxToken = 512;
    private const int MaxContext = 128;

    /// <summary>First byte that is no blank.</summary>
    public int Start { get; private init; }

    /// <summary>Behind the last byte that is no blank.</summary>
    public int End { get; private init; }

    /// <summary>Behind what may be the end of a token.</summary>
    public int Head { get; private init; }

    /// <summary>Where the context of the last token begins.</summary>
    public int Tail { get; private init; }

    public bool IsBlank => End == Start;

    /// <summary>Whether the text as a whole may be a part of a token.</summary>
    public bool IsToken => Head == End;

    public static SeamText Of(ReadOnlySpan<byte> text)
    {
        var start = 0;
        while (start < text.Length && text[start] <= ' ')
        {
            start++;
        }

        var end = text.Length;
        while (end > start && text[end - 1] <= ' ')
        {
            end--;
        }

        var limit = Math.Min(end, start + MaxToken);
        var head = start;
        while (head < limit && text[head] > ' ')
        {
            head++;
        }

        limit = Math.Max(start, end - MaxToken);
        var tail = end;
        while (tail > limit && text[tail - 1] > ' ')
        {
            tail--;
        }

        // What the value is assigned to stands before it.
        return new SeamText { Start = start, End = end, Head = head, Tail = Math.Max(start, tail - MaxContext) };
    }

    /// <summary>Whether a property of this name holds text of the conversation.</summary>
    public static bool IsTextName(ReadOnlySpan<byte> name) =>
        name.SequenceEqual("text"u8) || name.SequenceEqual("content"u8) || name.SequenceEqual("output"u8);
}
