using System.Buffers;
using LumenArgus.Scanning.Decoding.Seams;

namespace LumenArgus.Scanning.Decoding.Base64Text;

/// <summary>The grammar of a run of base64: characters of both alphabets, and line breaks with indentation between the lines of a wrapped text, each of which may be numbered, quoted or a comment.</summary>
internal static class Base64Units
{
    private const int MaxIndentation = 64;
    private const int MaxPadding = 2;

    private static readonly SearchValues<byte> Alphabet =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/-_"u8);

    public static bool IsCharacter(byte value) => Alphabet.Contains(value);

    /// <summary>The end of the line of base64 that begins at a position.</summary>
    public static int EndOfLine(ReadOnlySpan<byte> text, int position)
    {
        var length = text[position..].IndexOfAnyExcept(Alphabet);
        return length < 0 ? text.Length : position + length;
    }

    /// <summary>
    /// The end of a run of several lines. They are equally long, but for the last one, which may be shorter, and the first one, which may stand behind a name.
    /// </summary>
    public static int EndOfLines(ReadOnlySpan<byte> text, int start, int firstEnd)
    {
        var width = firstEnd - start;
        var end = firstEnd;
        while (AfterBreak(text, end) is var next && next > end)
        {
            var lineEnd = EndOfLine(text, next);
            var length = lineEnd - next;
            if (length > width && end > firstEnd)
            {
                break;
            }

            (width, end) = (Math.Max(width, length), lineEnd);
            if (length < width)
            {
                break;
            }
        }

        return end;
    }

    public static int AfterPadding(ReadOnlySpan<byte> text, int position)
    {
        var end = position;
        while (end < text.Length && text[end] == '=' && end - position < MaxPadding)
        {
            end++;
        }

        return end;
    }

    /// <summary>The start of the next line if there is a line break, real or written as an escape; else the position itself.</summary>
    public static int AfterBreak(ReadOnlySpan<byte> text, int position)
    {
        var rest = text[position..];
        var length = rest.StartsWith("\n"u8) ? 1 : rest.StartsWith("\r\n"u8) || rest.StartsWith("\\n"u8) ? 2 : rest.StartsWith("\\r\\n"u8) ? 4 : 0;
        if (length == 0)
        {
            return position;
        }

        var end = AfterBlank(text, position + length);
        if (AfterMark(text, end) is var behind && behind > end)
        {
            end = AfterBlank(text, behind);
        }

        return end < text.Length && Alphabet.Contains(text[end]) ? end : position;
    }

    private static int AfterBlank(ReadOnlySpan<byte> text, int position)
    {
        var limit = Math.Min(text.Length, position + MaxIndentation);
        while (position < limit && text[position] is (byte)' ' or (byte)'\t')
        {
            position++;
        }

        return position;
    }

    // What a tool or a person writes before each line. The signs of a difference are characters of base64.
    private static int AfterMark(ReadOnlySpan<byte> text, int position) =>
        position < text.Length && text[position] is (byte)'#' or (byte)'>' ? position + 1 : StringCode.AfterLineNumber(text, position);

    /// <summary>The four characters, padding included, that became a byte.</summary>
    /// <param name="run">The source up to the end of the run.</param>
    /// <param name="position">Where the first four characters begin.</param>
    /// <param name="offset">Number of the byte.</param>
    public static (int Start, int End) At(ReadOnlySpan<byte> run, int position, int offset)
    {
        while (true)
        {
            position = AfterBreak(run, position);
            var start = position;
            var count = 0;
            while (count < 4 && position < run.Length)
            {
                if (Alphabet.Contains(run[position]))
                {
                    position++;
                    count++;
                }
                else if (AfterBreak(run, position) is var next && next > position)
                {
                    position = next;
                }
                else
                {
                    break;
                }
            }

            if (offset < 3 || count < 4)
            {
                return (start, count < 4 ? AfterPadding(run, position) : position);
            }

            offset -= 3;
        }
    }
}
