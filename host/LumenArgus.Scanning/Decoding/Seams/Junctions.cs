using System.Buffers;

namespace LumenArgus.Scanning.Decoding.Seams;

/// <summary>
/// Where code puts two parts of a string together: <c>"a" + "b"</c>, <c>'a' . 'b'</c>, <c>"a" &amp; "b"</c>, <c>"a" || "b"</c>, <c>"a".concat("b")</c>, <c>"a" "b"</c>, <c>std::string("a") + "b"</c>, <c>"a".to_string() + &amp;"b"</c>, over line ends
/// too, a backslash at the end of a line, and what <see cref="Continuations"/> reads.
/// </summary>
internal static class Junctions
{
    private const int MaxLength = 160;
    private const int MaxTypeName = 32;

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
        var start = end;
        SkipConversion(text, ref end);
        var isConverted = end > start;
        StringCode.SkipBlank(text, ref end);
        var sign = end;
        SkipOperator(text, ref end);
        var isJoined = end > sign;
        StringCode.SkipBlank(text, ref end);
        if ((isJoined || !isConverted) && (StringCode.TryOpen(text, ref end) || (isJoined && TryOpenString(text, ref end))))
        {
            return true;
        }

        end = start;
        return Continuations.TryRead(text, ref end);
    }

    // What makes a string of a literal: the bracket behind std::string("a", a call behind it.
    private static void SkipConversion(ReadOnlySpan<byte> text, ref int position)
    {
        var rest = text[Math.Min(position, text.Length)..];
        position += rest.StartsWith(")"u8) ? 1
            : rest.StartsWith(".to_string()"u8) ? ".to_string()".Length
            : rest.StartsWith(".to_owned()"u8) ? ".to_owned()".Length
            : 0;
    }

    // &"b", std::string("b"), String::from("b"), new String("b")
    private static bool TryOpenString(ReadOnlySpan<byte> text, ref int position)
    {
        var rest = text[position..];
        rest = rest[..Math.Min(rest.Length, MaxTypeName)];
        var bracket = rest.IndexOf((byte)'(');
        var type = bracket < 0 ? [] : rest[..bracket];
        var end = position + (rest.StartsWith("&"u8) ? 1 : type.EndsWith("tring"u8) || type.EndsWith("tringLiteral"u8) || type.EndsWith("tring::from"u8) ? bracket + 1 : 0);
        if (end == position || !StringCode.TryOpen(text, ref end))
        {
            return false;
        }

        position = end;
        return true;
    }
}
