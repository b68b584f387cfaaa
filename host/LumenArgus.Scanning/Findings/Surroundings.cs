using System.Buffers;
using System.Text;
using LumenArgus.Abstractions.Model;

namespace LumenArgus.Scanning.Findings;

/// <summary>
/// The line around a value as it may be kept: <c>export AWS_SECRET=wJal****</c>. Signs and words stay, the value is its preview, and an ellipsis stands for all that could be a
/// value too: what has digits, what is assigned to a name, what no program would be written in, and what else was found.
/// </summary>
internal static class Surroundings
{
    /// <summary>How much of the line before the value is looked at, in bytes.</summary>
    public const int Before = 80;

    /// <summary>How much of it behind the value.</summary>
    public const int After = 40;

    private const int LongestWord = 16;
    private const int LongestName = 32;
    private const char Ellipsis = '\u2026';

    private static readonly SearchValues<byte> LineEnds = SearchValues.Create("\r\n"u8);
    private static readonly SearchValues<byte> NameBytes = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_"u8);
    private static readonly SearchValues<byte> Digits = SearchValues.Create("0123456789"u8);

    /// <summary>The part of the text that is looked at.</summary>
    /// <param name="text">The text.</param>
    /// <param name="value">The value in it.</param>
    public static ByteSpan WindowOf(ReadOnlySpan<byte> text, ByteSpan value)
    {
        var start = Math.Max(0, value.Start - Before);
        start += text[start..value.Start].LastIndexOfAny(LineEnds) + 1;
        var behind = text[value.End..Math.Min(text.Length, value.End + After)];
        var length = behind.IndexOfAny(LineEnds);
        return new ByteSpan(start, value.End + (length < 0 ? behind.Length : length) - start);
    }

    /// <summary>Writes it.</summary>
    /// <param name="text">The text.</param>
    /// <param name="value">The value in it.</param>
    /// <param name="preview">What stands for the value.</param>
    /// <param name="others">What else was found in this text; may overlap the value.</param>
    /// <returns>One line; null if there is nothing around it.</returns>
    public static string? Of(ReadOnlySpan<byte> text, ByteSpan value, string preview, ReadOnlySpan<ByteSpan> others)
    {
        var window = WindowOf(text, value);
        var line = new StringBuilder(Before + After);

        // A word that is cut could be the end of anything.
        var isCut = window.Start > 0 && NameBytes.Contains(text[window.Start - 1]);
        var start = isCut ? window.Start + RunLength(text[window.Start..value.Start]) : window.Start;
        if (isCut)
        {
            line.Append(Ellipsis);
        }

        Append(line, text, new ByteSpan(start, value.Start - start), others);
        line.Append(preview);
        Append(line, text, new ByteSpan(value.End, window.End - value.End), others);
        return line.Length == preview.Length ? null : line.ToString().Trim();
    }

    private static void Append(StringBuilder line, ReadOnlySpan<byte> text, ByteSpan part, ReadOnlySpan<ByteSpan> others)
    {
        var isAssigned = false;
        for (var position = part.Start; position < part.End;)
        {
            var rest = text[position..part.End];
            if (EndOf(others, position) is var end && end > position)
            {
                Omit(line);
                position = end;
                isAssigned = false;
                continue;
            }

            var character = rest[0];
            var length = Math.Max(1, RunLength(rest));
            if (NameBytes.Contains(character))
            {
                if (isAssigned || !IsName(rest[..length]) || IsPartOfMore(text, position, position + length) || Touches(others, position, length))
                {
                    Omit(line);
                }
                else
                {
                    line.Append(Encoding.ASCII.GetString(rest[..length]));
                }

                isAssigned = false;
            }
            else if (isAssigned && character is (byte)'"' or (byte)'\'' or (byte)'`')
            {
                line.Append((char)character);
                var content = rest[1..].IndexOf(character) is var close && close < 0 ? rest.Length - 1 : close;
                if (content > 0)
                {
                    Omit(line);
                }

                length += content;
                isAssigned = false;
            }
            else if (character is > (byte)' ' and < 0x7F)
            {
                line.Append((char)character);
                isAssigned = character is (byte)'=' or (byte)':' || (isAssigned && character == '\\');
            }
            else if (character < 0x80)
            {
                line.Append(' ');
            }
            else
            {
                Omit(line);
                isAssigned = false;
            }

            position += length;
        }
    }

    private static void Omit(StringBuilder line)
    {
        if (line.Length == 0 || line[^1] != Ellipsis)
        {
            line.Append(Ellipsis);
        }
    }

    private static int RunLength(ReadOnlySpan<byte> text) => text.IndexOfAnyExcept(NameBytes) is var end && end < 0 ? text.Length : end;

    private static bool IsName(ReadOnlySpan<byte> run)
    {
        if (run.Length > LongestName || run.ContainsAny(Digits))
        {
            return false;
        }

        foreach (var word in run.Split((byte)'_'))
        {
            if (run[word].Length > LongestWord)
            {
                return false;
            }
        }

        return true;
    }

    // A word that is cut, the name in an address, a stretch of base64 without a digit.
    private static bool IsPartOfMore(ReadOnlySpan<byte> text, int start, int end)
    {
        var (before, behind) = (start > 0 ? text[start - 1] : (byte)' ', end < text.Length ? text[end] : (byte)' ');
        return before == '@' || behind == '@' || NameBytes.Contains(behind)
            || ((before is (byte)'+' or (byte)'/' || behind is (byte)'+' or (byte)'/') && text[start..end].ContainsAnyInRange((byte)'A', (byte)'Z'));
    }

    private static int EndOf(ReadOnlySpan<ByteSpan> others, int position)
    {
        foreach (var other in others)
        {
            if (other.Start <= position && position < other.End)
            {
                return other.End;
            }
        }

        return position;
    }

    private static bool Touches(ReadOnlySpan<ByteSpan> others, int position, int length)
    {
        foreach (var other in others)
        {
            if (other.Start < position + length && position < other.End)
            {
                return true;
            }
        }

        return false;
    }
}
