using System.Buffers.Binary;
using System.Text;

namespace LumenArgus.Scanning.Rules.Keywords;

/// <summary>The keywords by their last four bytes, case folded; those of fewer bytes by their last one. A place that is no end costs one look into a table.</summary>
internal sealed class KeywordSuffixes
{
    private const int Window = 4;
    private const int SlotBits = 12;
    private const uint Multiplier = 0x9E37_79B1;

    // Drops the case bit, and what else tells bytes of the same half of ASCII apart by it. What is equal then is compared again.
    private const uint Fold = 0x5F5F_5F5F;
    private const int FoldByte = 0x5F;

    private readonly byte[][] _keywords;
    private readonly int[] _slotStarts = new int[(1 << SlotBits) + 1];
    private readonly Entry[] _entries;
    private readonly int[]?[] _short = new int[FoldByte + 1][];

    public KeywordSuffixes(IReadOnlyList<string> keywords)
    {
        _keywords = [.. keywords.Select(Encoding.Latin1.GetBytes)];
        var bySlot = Enumerable.Range(0, _keywords.Length).Where(k => _keywords[k].Length >= Window)
            .Select(k => new Entry(BinaryPrimitives.ReadUInt32LittleEndian(_keywords[k].AsSpan(^Window..)) & Fold, k))
            .ToLookup(entry => Slot(entry.Window));
        var entries = new List<Entry>();
        for (var slot = 0; slot < _slotStarts.Length - 1; slot++)
        {
            _slotStarts[slot] = entries.Count;
            entries.AddRange(bySlot[slot].OrderByDescending(entry => _keywords[entry.Keyword].Length));
        }

        _slotStarts[^1] = entries.Count;
        _entries = [.. entries];
        foreach (var ends in Enumerable.Range(0, _keywords.Length).Where(k => _keywords[k].Length < Window).GroupBy(k => _keywords[k][^1] & FoldByte))
        {
            _short[ends.Key] = [.. ends.OrderByDescending(k => _keywords[k].Length)];
        }

        MostAtOneEnd = Math.Max(1, _entries.GroupBy(entry => entry.Window).Select(same => same.Count()).DefaultIfEmpty().Max() + _short.Max(ends => ends?.Length ?? 0));
    }

    /// <summary>More keywords than this cannot end at one place; at least 1.</summary>
    public int MostAtOneEnd { get; }

    /// <summary>Finds the keywords that end at a place, the longest first.</summary>
    /// <returns>Number of hits.</returns>
    public int Find(ReadOnlySpan<byte> text, int end, Span<KeywordHit> hits)
    {
        var count = 0;
        if (end >= Window)
        {
            var window = BinaryPrimitives.ReadUInt32LittleEndian(text[(end - Window)..]) & Fold;
            var slot = Slot(window);
            for (var i = _slotStarts[slot]; i < _slotStarts[slot + 1]; i++)
            {
                if (_entries[i].Window == window && EndsWith(text[..end], _keywords[_entries[i].Keyword]))
                {
                    hits[count++] = new KeywordHit(_entries[i].Keyword, end);
                }
            }
        }

        if (_short[text[end - 1] & FoldByte] is { } few)
        {
            foreach (var keyword in few)
            {
                if (EndsWith(text[..end], _keywords[keyword]))
                {
                    hits[count++] = new KeywordHit(keyword, end);
                }
            }
        }

        return count;
    }

    private static int Slot(uint window) => (int)((window * Multiplier) >> (32 - SlotBits));

    private static bool EndsWith(ReadOnlySpan<byte> text, byte[] keyword)
    {
        if (text.Length < keyword.Length)
        {
            return false;
        }

        var end = text[^keyword.Length..];
        for (var i = 0; i < keyword.Length; i++)
        {
            // Not Ascii.EqualsIgnoreCase: to that, a byte of UTF-8 is not even equal to itself.
            if (end[i] != keyword[i] && (!char.IsAsciiLetterUpper((char)end[i]) || (end[i] | 0x20) != keyword[i]))
            {
                return false;
            }
        }

        return true;
    }

    /// <param name="Window">The last four bytes, folded.</param>
    /// <param name="Keyword">Number of the keyword.</param>
    private readonly record struct Entry(uint Window, int Keyword);
}
