namespace LumenArgus.Scanning.Decoding.Seams;

/// <summary>Reads what stands between the parts of a string in code.</summary>
internal static class StringCode
{
    private const int MaxPrefix = 2;
    private const int MaxNumber = 6;
    private const int MaxIndent = 8;

    public static bool IsQuote(byte value) => value is (byte)'"' or (byte)'\'' or (byte)'`';

    /// <summary>Passes over a line feed, with or without a carriage return.</summary>
    public static bool SkipLineEnd(ReadOnlySpan<byte> text, ref int position)
    {
        var length = text[position..].StartsWith("\n"u8) ? 1 : text[position..].StartsWith("\r\n"u8) ? 2 : 0;
        position += length;
        return length > 0;
    }

    /// <summary>
    /// Passes over blanks and ends of lines, also those behind a backslash or an underscore (Basic), and over what tools write before each line: its number
    /// (<c>12→</c>, <c>12:</c>, <c>12 |</c>), the mark of a difference.
    /// </summary>
    public static void SkipBlank(ReadOnlySpan<byte> text, ref int position)
    {
        while (position < text.Length)
        {
            if (text[position] is (byte)' ' or (byte)'\t')
            {
                position++;
                continue;
            }

            var next = position + (text[position] is (byte)'\\' or (byte)'_' ? 1 : 0);
            if (!SkipLineEnd(text, ref next))
            {
                break;
            }

            position = next;
            SkipLineMark(text, ref position);
        }
    }

    /// <summary>Passes over an opening quote with what may stand before it: the letter or two, or the sign, that a string of several languages begins with.</summary>
    public static bool TryOpen(ReadOnlySpan<byte> text, ref int position)
    {
        for (var end = position; end <= position + MaxPrefix && end < text.Length; end++)
        {
            if (text[end] == '\\' && end + 1 < text.Length && IsQuote(text[end + 1]))
            {
                end++;
            }

            if (IsQuote(text[end]))
            {
                position = end + 1;
                return true;
            }

            if (!char.IsAsciiLetter((char)text[end]) && text[end] is not ((byte)'@' or (byte)'$'))
            {
                return false;
            }
        }

        return false;
    }

    /// <summary>Behind the number of a line and the sign between it and the line (<c>12→</c>, <c>12 |</c>), or the position itself. A dash behind it may be a part of the line.</summary>
    public static int AfterLineNumber(ReadOnlySpan<byte> text, int position)
    {
        var end = EndOfNumber(text, position);
        var sign = end > position && end < text.Length && text[end] != '-' ? SignLength(text[end..]) : 0;
        return sign > 0 ? end + sign : position;
    }

    private static void SkipLineMark(ReadOnlySpan<byte> text, ref int position)
    {
        if (position < text.Length && text[position] is (byte)'+' or (byte)'-' or (byte)'>')
        {
            position++;
            return;
        }

        var digits = position;
        while (digits < text.Length && digits - position < MaxIndent && text[digits] == ' ')
        {
            digits++;
        }

        var end = EndOfNumber(text, digits);
        if (end > digits)
        {
            position = end + SignLength(text[end..]);
        }
    }

    private static int EndOfNumber(ReadOnlySpan<byte> text, int position)
    {
        var end = position;
        while (end < text.Length && end - position < MaxNumber && char.IsAsciiDigit((char)text[end]))
        {
            end++;
        }

        return end;
    }

    private static int SignLength(ReadOnlySpan<byte> text) =>
        text.StartsWith("→"u8) ? "→"u8.Length : text.StartsWith(" |"u8) ? 2 : text.Length > 0 && text[0] is (byte)'|' or (byte)'\t' or (byte)':' or (byte)'-' ? 1 : 0;
}
