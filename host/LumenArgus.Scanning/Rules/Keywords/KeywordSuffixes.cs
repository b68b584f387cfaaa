using System.Buffers.Binary;
using System.Text;

namespace LumenArgus.Scanning.Rules.Keywords;

/// <summary>The keywords by their last four bytes, case folded; shorter ones by all of theirs. The bits say which lengths to look for.</summary>
internal sealed class KeywordSuffixes
{
    private const int Longest = 4;
    private const int SlotBits = 12;
    private const uint Multiplier = 0x9E37_79B1;

    // Drops the case bit, and what else tells bytes of the same half of ASCII apart by it. What is equal then is compared again.
    private const uint Fold = 0x5F5F_5F5F;
    private const ulong FoldEight = 0x5F5F_5F5F_5F5F_5F5F;

    private readonly byte[][] _keywords;
    private readonly int[] _slotStarts = new int[(1 << SlotBits) + 1];
    private readonly Entry[] _entries;
    private readonly KeywordEndBits _ends;

    public KeywordSuffixes(IReadOnlyList<string> keywords, KeywordEndBits ends)
    {
        _ends = ends;
        _keywords = [.. keywords.Select(Encoding.Latin1.GetBytes)];
        var bySlot = Enumerable.Range(0, _keywords.Length).Select(number => EntryOf(number)).ToLookup(entry => Slot(entry.Key));
        var entries = new List<Entry>(_keywords.Length);
        for (var slot = 0; slot < _slotStarts.Length - 1; slot++)
        {
            _slotStarts[slot] = entries.Count;
            entries.AddRange(bySlot[slot].OrderByDescending(entry => _keywords[entry.Keyword].Length));
        }

        _slotStarts[^1] = entries.Count;
        _entries = [.. entries];
        for (var length = 1; length <= Longest; length++)
        {
            var ofLength = _entries.Where(entry => Math.Min(_keywords[entry.Keyword].Length, Longest) == length).GroupBy(entry => entry.Key).Select(same => same.Count());
            MostAtOneEnd += ofLength.DefaultIfEmpty().Max();
        }

        MostAtOneEnd = Math.Max(1, MostAtOneEnd);
    }

    /// <summary>More keywords than this cannot end at one place; at least 1.</summary>
    public int MostAtOneEnd { get; }

    /// <summary>Finds the keywords that end at a place, the longest first.</summary>
    /// <returns>Number of hits.</returns>
    public int Find(ReadOnlySpan<byte> text, int end, Span<KeywordHit> hits)
    {
        var eight = LastEight(text, end);
        var last = (uint)(eight >> 32);
        var count = 0;
        for (var length = Math.Min(Longest, end); length > 0; length--)
        {
            if (!_ends.Has(length, last))
            {
                continue;
            }

            var key = new SuffixKey((last & Fold) >> (8 * (Longest - length)), length);
            var slot = Slot(key);
            for (var i = _slotStarts[slot]; i < _slotStarts[slot + 1]; i++)
            {
                ref readonly var entry = ref _entries[i];
                if (((eight ^ entry.Eight) & entry.Mask) == 0 && entry.Key == key && EndsWith(text[..end], _keywords[entry.Keyword]))
                {
                    hits[count++] = new KeywordHit(_entries[i].Keyword, end);
                }
            }
        }

        return count;
    }

    private Entry EntryOf(int number)
    {
        var keyword = _keywords[number];
        var length = Math.Min(keyword.Length, Longest);
        var eight = LastEight(keyword, keyword.Length);
        var mask = FoldEight & (keyword.Length >= sizeof(ulong) ? ulong.MaxValue : ~(ulong.MaxValue >> (8 * keyword.Length)));
        return new Entry(new SuffixKey(((uint)(eight >> 32) & Fold) >> (8 * (Longest - length)), length), eight, mask, number);
    }

    private static int Slot(SuffixKey key) => (int)(((key.Bytes + (uint)key.Length) * Multiplier) >> (32 - SlotBits));

    // The last byte before the end is the highest.
    private static ulong LastEight(ReadOnlySpan<byte> text, int end)
    {
        if (end >= sizeof(ulong))
        {
            return BinaryPrimitives.ReadUInt64LittleEndian(text[(end - sizeof(ulong))..]);
        }

        var last = 0UL;
        for (var i = 0; i < end; i++)
        {
            last = (last >> 8) | ((ulong)text[i] << 56);
        }

        return last;
    }

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

    /// <param name="Bytes">The last bytes, folded.</param>
    /// <param name="Length">How many.</param>
    private readonly record struct SuffixKey(uint Bytes, int Length);

    /// <param name="Key">What it is found by.</param>
    /// <param name="Eight">The last eight bytes of the keyword.</param>
    /// <param name="Mask">Which of them it has, without the case bit.</param>
    /// <param name="Keyword">Its number.</param>
    private readonly record struct Entry(SuffixKey Key, ulong Eight, ulong Mask, int Keyword);
}
