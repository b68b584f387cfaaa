using System.Buffers;

namespace LumenArgus.Scanning.Decoding.Seams;

/// <summary>
/// Where code puts two parts of a string together: <c>"a" + "b"</c>, <c>'a' . 'b'</c>, <c>"a" &amp; "b"</c>, <c>"a" || "b"</c>, <c>"a".concat("b")</c>, <c>"a" "b"</c>, over line ends
/// too, a backslash at the end of a line, and what <see cref="Continuations"/> reads.
/// </summary>
internal static class Junctions
{
    private const int MaxLength = 160;

    private static readonly SearchValues<byte> Starts = SearchValues.Create("\"'`\\"u8);

    /// <summary>The next byte that may begin a junction.</summary>
    public static int IndexOfNext(ReadOnlySpan<byte> text) => text.IndexOfAny(Starts);

    /// <summary>
    /// Reads the junction that begins with the quote or backslash at a position. Both sides must be able to be one token: sentences that are put together,
    /// and empty strings, are none.
    /// </summary>
    /// <param name="text">The text.</param>
    /// <param name="position">The closing quote, or the backslash before the end of the line.</param>
    /// <param name="end">Behind the opening quote, or where the next line begins.</param>
    public static bool TryRead(ReadOnlySpan<byte> text, int position, out int end)
    {
        end = position + 1;
        return IsTokenBefore(text, position) && TryReadTo(text, position, out end) && end < text.Length && IsToken(text[end]);
    }

    /// <summary>Passes over a sign that joins two strings, or the name and bracket of a call that does.</summary>
    public static void SkipOperator(ReadOnlySpan<byte> text, ref int position)
    {
        var rest = text[position..];
        position += rest.StartsWith(".concat("u8) ? ".concat(".Length : rest.StartsWith(".plus("u8) ? ".plus(".Length
            : rest.StartsWith("++"u8) || rest.StartsWith(".."u8) || rest.StartsWith("||"u8) || rest.StartsWith("<>"u8) || rest.StartsWith("<<"u8) ? 2
            : rest.Length > 0 && rest[0] is (byte)'+' or (byte)'.' or (byte)'&' or (byte)'~' ? 1
            : 0;
    }

    private static bool IsTokenBefore(ReadOnlySpan<byte> text, int position)
    {
        var before = position - 1;
        before -= before > 0 && text[before] == '\\' ? 1 : 0;
        return before >= 0 && IsToken(text[before]);
    }

    private static bool IsToken(byte value) => char.IsAsciiLetterOrDigit((char)value)
        || value is (byte)'_' or (byte)'-' or (byte)'/' or (byte)'+' or (byte)'=' or (byte)'.' or (byte)':' or (byte)'@' or (byte)'%' or >= 0x80;

    private static bool TryReadTo(ReadOnlySpan<byte> text, int position, out int end)
    {
        text = text[..Math.Min(text.Length, position + MaxLength)];
        end = position;
        if (text[position] == '\\')
        {
            StringCode.SkipBlank(text, ref end);
            return end > position;
        }

        end++;
        if (end < text.Length && text[end] is (byte)')' or (byte)';')
        {
            return Continuations.TryRead(text, ref end);
        }

        var start = end;
        StringCode.SkipBlank(text, ref end);
        SkipOperator(text, ref end);
        StringCode.SkipBlank(text, ref end);
        if (StringCode.TryOpen(text, ref end))
        {
            return true;
        }

        end = start;
        return Continuations.TryRead(text, ref end);
    }
}
