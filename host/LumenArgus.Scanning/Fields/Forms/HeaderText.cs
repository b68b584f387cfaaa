using System.Text;
using LumenArgus.Abstractions.Model;

namespace LumenArgus.Scanning.Fields.Forms;

/// <summary>Reads a header line (RFC 9110, 5.6.6; RFC 7578, 4.2) as far as it is needed, without a copy.</summary>
internal static class HeaderText
{
    /// <summary>Whether a text begins with another, letters of either case alike.</summary>
    public static bool StartsWith(ReadOnlySpan<byte> text, ReadOnlySpan<byte> lowerCase) =>
        text.Length >= lowerCase.Length && Ascii.EqualsIgnoreCase(text[..lowerCase.Length], lowerCase);

    /// <summary>The range of a parameter's value, without its quotes; null if there is no such parameter. Escapes in it are left as they are.</summary>
    public static ByteSpan? Parameter(ReadOnlySpan<byte> line, ReadOnlySpan<byte> name)
    {
        var position = line.IndexOf((byte)';');
        while (position >= 0 && position < line.Length)
        {
            position = SkipBlanks(line, position + 1);
            var nameEnd = EndOf(line, position, "=;"u8);
            var found = line[position..nameEnd].TrimEnd(" \t\r\n"u8);
            position = nameEnd;
            if (nameEnd == line.Length || line[nameEnd] == ';')
            {
                continue;
            }

            var (value, end) = Value(line, SkipBlanks(line, nameEnd + 1));
            if (Ascii.EqualsIgnoreCase(found, name))
            {
                return value;
            }

            position = end;
        }

        return null;
    }

    private static (ByteSpan Value, int End) Value(ReadOnlySpan<byte> line, int start)
    {
        if (start >= line.Length || line[start] != '"')
        {
            var end = EndOf(line, start, ";"u8);
            return (new ByteSpan(start, line[start..end].TrimEnd(" \t\r\n"u8).Length), end);
        }

        var position = ++start;
        while (position < line.Length && line[position] != '"')
        {
            // Only a quote is ever escaped: browsers send the backslashes of a path as they are.
            position += line[position] == '\\' && position + 1 < line.Length && line[position + 1] == '"' ? 2 : 1;
        }

        position = Math.Min(position, line.Length);
        return (new ByteSpan(start, position - start), EndOf(line, position, ";"u8));
    }

    private static int SkipBlanks(ReadOnlySpan<byte> line, int position)
    {
        while (position < line.Length && line[position] is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n')
        {
            position++;
        }

        return position;
    }

    private static int EndOf(ReadOnlySpan<byte> line, int start, ReadOnlySpan<byte> ends)
    {
        var length = line[Math.Min(start, line.Length)..].IndexOfAny(ends);
        return length < 0 ? line.Length : start + length;
    }
}
