using System.Buffers;

namespace LumenArgus.Scanning.Decoding.Seams;

/// <summary>
/// Where code puts two parts of a string together: <c>"a" + "b"</c>, <c>'a' . 'b'</c>, <c>"a" &amp; "b"</c>, <c>"a" || "b"</c>, <c>"a".concat("b")</c>, <c>"a" "b"</c>, over line ends
/// too, and a backslash at the end of a line.
/// </summary>
internal static class Junctions
{
    private const int MaxLength = 160;
    private const int MaxPrefix = 2;

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
        end = position + 1;
        if (text[position] == '\\')
        {
            if (!SkipLineEnd(text, ref end))
            {
                return false;
            }

            SkipBlank(text, ref end);
            return true;
        }

        SkipBlank(text, ref end);
        SkipOperator(text, ref end);
        SkipBlank(text, ref end);
        for (var i = 0; i <= MaxPrefix && end < text.Length; i++)
        {
            if (text[end] == '\\' && end + 1 < text.Length && IsQuote(text[end + 1]))
            {
                end++;
            }

            if (IsQuote(text[end]))
            {
                end++;
                return true;
            }

            // Strings of several languages begin with a letter or two, or a sign.
            if (!char.IsAsciiLetter((char)text[end]) && text[end] is not ((byte)'@' or (byte)'$'))
            {
                return false;
            }

            end++;
        }

        return false;
    }

    private static bool IsQuote(byte value) => value is (byte)'"' or (byte)'\'' or (byte)'`';

    private static bool SkipLineEnd(ReadOnlySpan<byte> text, ref int position)
    {
        var length = text[position..].StartsWith("\n"u8) ? 1 : text[position..].StartsWith("\r\n"u8) ? 2 : 0;
        position += length;
        return length > 0;
    }

    private static void SkipBlank(ReadOnlySpan<byte> text, ref int position)
    {
        while (position < text.Length)
        {
            if (text[position] is (byte)' ' or (byte)'\t' or (byte)'\n' or (byte)'\r')
            {
                position++;
                continue;
            }

            var next = position + 1;
            if (text[position] != '\\' || !SkipLineEnd(text, ref next))
            {
                break;
            }

            position = next;
        }
    }

    private static void SkipOperator(ReadOnlySpan<byte> text, ref int position)
    {
        var rest = text[position..];
        position += rest.StartsWith(".concat("u8) ? ".concat(".Length : rest.StartsWith("++"u8) || rest.StartsWith(".."u8) || rest.StartsWith("||"u8) || rest.StartsWith("<>"u8) ? 2
            : rest.Length > 0 && rest[0] is (byte)'+' or (byte)'.' or (byte)'&' or (byte)'~' ? 1
            : 0;
    }
}
