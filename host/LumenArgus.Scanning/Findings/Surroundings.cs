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
    private static readonly SearchValues<byte> Quotes = SearchValues.Create("\"'`"u8);
    private static readonly SearchValues<byte> Marks = SearchValues.Create("!#%&*?@^~"u8);
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
        var behind = value.End;
        if (behind < window.End && Quotes.Contains(text[behind]))
        {
            // It ends what begins before the value.
            line.Append((char)text[behind++]);
        }

        Append(line, text, new ByteSpan(behind, window.End - behind), others);
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
            else if (Quotes.Contains(character))
            {
                length = AppendQuoted(line, text, new ByteSpan(position, part.End - position), isAssigned, others);
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

    // Of what stands in quotes only a name is kept: "name": . A quote that is not closed here may be one around all of it.
    private static int AppendQuoted(StringBuilder line, ReadOnlySpan<byte> text, ByteSpan part, bool isAssigned, ReadOnlySpan<ByteSpan> others)
    {
        var rest = text[part.Start..part.End];
        var close = rest[1..].IndexOf(rest[0]);
        line.Append((char)rest[0]);
        if (close < 0 && !isAssigned)
        {
            return 1;
        }

        var content = close < 0 ? rest.Length - 1 : close;
        if (close >= 0 && rest[(close + 2)..].TrimStart((byte)' ') is [(byte)':' or (byte)'=', ..])
        {
            Append(line, text, new ByteSpan(part.Start + 1, content), others);
        }
        else if (content > 0)
        {
            Omit(line);
        }

        if (close >= 0)
        {
            line.Append((char)rest[0]);
        }

        return content + (close < 0 ? 1 : 2);
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

        // createHmac is a name, uKeCxyFjFogr is none: words have four letters and more.
        var humps = 0;
        for (var i = 1; i < run.Length; i++)
        {
            humps += char.IsAsciiLetterUpper((char)run[i]) && char.IsAsciiLetterLower((char)run[i - 1]) ? 1 : 0;
        }

        return humps * 4 <= run.Length;
    }

    // A word that is cut, the name in an address, a part of a password with marks, a stretch of base64 without a digit. What an equals sign follows is a name: ?key=...&token=...
    private static bool IsPartOfMore(ReadOnlySpan<byte> text, int start, int end)
    {
        var (before, behind) = (start > 0 ? text[start - 1] : (byte)' ', end < text.Length ? text[end] : (byte)' ');
        return NameBytes.Contains(behind)
            || (behind != '=' && (Marks.Contains(before) || Marks.Contains(behind)))
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
