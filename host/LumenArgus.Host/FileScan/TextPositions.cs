using System.Text;

namespace LumenArgus.Host.FileScan;

/// <summary>
/// Lines and columns of byte offsets, both from 1. A column counts UTF-16 code units, as SARIF's <c>utf16CodeUnits</c> and most editors do; a byte order mark counts nothing.
/// One pass over the text for all offsets together.
/// </summary>
internal static class TextPositions
{
    /// <summary>Finds the places.</summary>
    /// <param name="utf8">The text.</param>
    /// <param name="offsets">Offsets in it, in any order.</param>
    /// <returns>The place of each offset.</returns>
    public static IReadOnlyDictionary<int, TextPosition> Find(ReadOnlySpan<byte> utf8, IEnumerable<int> offsets)
    {
        var places = new Dictionary<int, TextPosition>();
        var at = utf8.StartsWith(Encoding.UTF8.Preamble) ? Encoding.UTF8.Preamble.Length : 0;
        int line = 1, column = 1;
        foreach (var offset in offsets.Order())
        {
            if (offset > at)
            {
                var passed = utf8[at..offset];
                if (passed.LastIndexOf((byte)'\n') is >= 0 and var end)
                {
                    line += passed.Count((byte)'\n');
                    column = 1;
                    passed = passed[(end + 1)..];
                }

                column += Encoding.UTF8.GetCharCount(passed);
                at = offset;
            }

            places[offset] = new TextPosition(line, column);
        }

        return places;
    }
}
