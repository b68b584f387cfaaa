using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Text;

namespace LumenArgus.Scanning.Rules.Keywords;

/// <summary>The keywords by their last four bytes, case folded; shorter ones by all of theirs. The bits say which lengths to look for.</summary>
internal sealed class KeywordSuffixes
{
    private const int Longest = 4;

    // So many slots for each keyword: most ends are in a slot alone, and the tables stay in the first cache.
    private const int SlotsPerKeyword = 4;
    private const uint Multiplier = 0x9E37_79B1;

    // Drops the case bit, and what else tells bytes of the same half of ASCII apart by it. What is equal then is compared again.
    private const uint Fold = 0x5F5F_5F5F;

    private readonly byte[][] _keywords;
    private readonly int _slotBits;
    private readonly int[] _slotStarts;
    private readonly Entry[] _entries;
    private readonly KeywordEndBits _ends;

    public KeywordSuffixes(IReadOnlyList<string> keywords, KeywordEndBits ends)
    {
        _ends = ends;
        _keywords = [.. keywords.Select(Encoding.Latin1.GetBytes)];
        _slotBits = BitOperations.Log2((uint)Math.Max(1, _keywords.Length * SlotsPerKeyword));
        _slotStarts = new int[(1 << _slotBits) + 1];
        var bySlot = Enumerable.Range(0, _keywords.Length).Select(number => EntryOf(number)).ToLookup(SlotOf);
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
            var ofLength = _entries.Where(entry => entry.Length == length).GroupBy(entry => (entry.Eight >> 32) & Fold).Select(same => same.Count());
            MostAtOneEnd += ofLength.DefaultIfEmpty().Max();
        }

        MostAtOneEnd = Math.Max(1, MostAtOneEnd);
    }

    /// <summary>More keywords than this cannot end at one place; at least 1.</summary>
    public int MostAtOneEnd { get; }

    /// <summary>Finds the keywords that end at a place, the longest first.</summary>
    /// <returns>Number of hits.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Find(ReadOnlySpan<byte> text, int end, Span<KeywordHit> hits)
    {
        var eight = LastEight(text, end);
        var last = (uint)(eight >> 32);
        var count = 0;
        for (var length = Math.Min(Longest, end); length > 0; length--)
        {
            if (_ends.HasLength(length) && _ends.Has(length, last))
            {
                count += Find(text, end, eight, length, hits[count..]);
            }
        }

        return count;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int Find(ReadOnlySpan<byte> text, int end, ulong eight, int length, Span<KeywordHit> hits)
    {
        var count = 0;
        var slot = Slot(((uint)(eight >> 32) & Fold) >> (8 * (Longest - length)), length);
        foreach (ref readonly var entry in _entries.AsSpan(_slotStarts[slot].._slotStarts[slot + 1]))
        {
            if ((((eight | entry.Case) ^ entry.Eight) & entry.Mask) == 0 && entry.Length == length
                && (!entry.IsLonger || EndsWith(text[..end], _keywords[entry.Keyword])))
            {
                hits[count++] = new KeywordHit(entry.Keyword, end);
            }
        }

        return count;
    }

    private Entry EntryOf(int number)
    {
        var keyword = _keywords[number];
        var mask = keyword.Length >= sizeof(ulong) ? ulong.MaxValue : ~(ulong.MaxValue >> (8 * keyword.Length));
        return new Entry(LastEight(keyword, keyword.Length), mask, CaseOf(keyword), number, (byte)Math.Min(keyword.Length, Longest), keyword.Length > sizeof(ulong));
    }

    // In 64 bits, as there may be one slot only.
    private int Slot(uint bytes, int length) => (int)((ulong)((bytes + (uint)length) * Multiplier) >> (32 - _slotBits));

    private int SlotOf(Entry entry) => Slot(((uint)(entry.Eight >> 32) & Fold) >> (8 * (Longest - entry.Length)), entry.Length);

    // The case bit of each letter.
    private static ulong CaseOf(byte[] keyword) => LastEight([.. keyword.Select(letter => char.IsAsciiLetterLower((char)letter) ? (byte)0x20 : (byte)0)], keyword.Length);

    // The last byte before the end is the highest.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
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

    /// <param name="Eight">The last eight bytes of the keyword.</param>
    /// <param name="Mask">Which of them it has.</param>
    /// <param name="Case">Which of them are letters: what a text has there counts in either case.</param>
    /// <param name="Keyword">Its number.</param>
    /// <param name="Length">Its length, 4 for all longer ones.</param>
    /// <param name="IsLonger">Whether it has more than the eight bytes.</param>
    private readonly record struct Entry(ulong Eight, ulong Mask, ulong Case, int Keyword, byte Length, bool IsLonger);
}
