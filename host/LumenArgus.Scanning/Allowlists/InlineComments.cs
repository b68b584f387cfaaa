using System.Buffers;
using System.Text;

namespace LumenArgus.Scanning.Allowlists;

/// <summary>
/// The lines of a text that carry the comment <c>lumen-argus:allow</c>, alone or with the names of rules behind it
/// (<c>lumen-argus:allow jwt, generic_secret</c>). Names that are no rules exempt nothing: free text behind the mark must not widen it.
/// </summary>
public sealed class InlineComments
{
    /// <summary>The mark.</summary>
    public const string Marker = "lumen-argus:allow";

    private static readonly byte[] MarkerBytes = Encoding.ASCII.GetBytes(Marker);

    private static readonly SearchValues<byte> NameBytes =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_.-"u8);

    private readonly List<MarkedLine> _lines = [];

    internal InlineComments(ReadOnlySpan<byte> text)
    {
        for (var from = 0; text[from..].IndexOf(MarkerBytes) is >= 0 and var found;)
        {
            var marker = from + found;
            var line = from + text[from..marker].LastIndexOf((byte)'\n') + 1;
            var end = text[marker..].IndexOf((byte)'\n') is >= 0 and var length ? marker + length : text.Length;
            Add(text[line..end], line);

            // Behind the line, not behind the mark: each byte is looked at once, however many marks a line has.
            from = end;
        }
    }

    /// <summary>Whether a hit touches a marked line. Hits come in the order of the text.</summary>
    internal bool Allows(int start, int end, string detector, string rule)
    {
        for (var i = FirstLineBehind(start); i < _lines.Count && _lines[i].Start < end; i++)
        {
            if (_lines[i].Names is not { } names || names.Contains(rule) || names.Contains($"{detector}.{rule}"))
            {
                return true;
            }
        }

        return false;
    }

    private int FirstLineBehind(int start)
    {
        int low = 0, high = _lines.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_lines[middle].End <= start)
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

    private void Add(ReadOnlySpan<byte> line, int start)
    {
        HashSet<string>? all = new(StringComparer.Ordinal);
        for (var rest = line; all is not null && rest.IndexOf(MarkerBytes) is >= 0 and var found;)
        {
            rest = rest[(found + MarkerBytes.Length)..];
            all = ReadNames(rest, all);
        }

        _lines.Add(new MarkedLine(start, start + line.Length, all));
    }

    // Null: no names, so all rules are meant.
    private static HashSet<string>? ReadNames(ReadOnlySpan<byte> text, HashSet<string> names)
    {
        var count = 0;
        while (true)
        {
            text = text[CountSeparators(text)..];
            var length = text.IndexOfAnyExcept(NameBytes) is >= 0 and var end ? end : text.Length;
            if (length == 0 || !char.IsAsciiLetterOrDigit((char)text[0]))
            {
                return count == 0 ? null : names;
            }

            names.Add(Encoding.ASCII.GetString(text[..length].TrimEnd(".-"u8)));
            text = text[length..];
            count++;
        }
    }

    private static int CountSeparators(ReadOnlySpan<byte> text) => text.IndexOfAnyExcept(" \t,"u8) is >= 0 and var count ? count : text.Length;

    private readonly record struct MarkedLine(int Start, int End, HashSet<string>? Names);
}
