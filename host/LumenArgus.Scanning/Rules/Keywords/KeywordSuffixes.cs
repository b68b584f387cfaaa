using System.Buffers.Binary;
using System.Text;

namespace LumenArgus.Scanning.Rules.Keywords;

/// <summary>
/// The keywords by their last two bytes (five bits of each). Eight bytes of text are compared at once with each keyword of a bucket: no branch
/// depends on a single byte, so a place that is no end costs next to nothing.
/// </summary>
internal sealed class KeywordSuffixes
{
    private const int Bits = 5;
    private const int Mask = (1 << Bits) - 1;

    // Sets the case bit of all bytes: letters become lower case, some other bytes one. What is equal then is compared again.
    private const ulong Fold = 0x2020_2020_2020_2020;

    private readonly Entry[] _entries;
    private readonly int[] _bucketStarts = new int[(1 << (2 * Bits)) + 1];
    private readonly byte[][] _keywords;

    public KeywordSuffixes(IReadOnlyList<string> keywords)
    {
        _keywords = [.. keywords.Select(Encoding.Latin1.GetBytes)];
        var buckets = Enumerable.Range(0, keywords.Count)
            .SelectMany(number => Buckets(_keywords[number]).Select(bucket => (bucket, number)))
            .ToLookup(k => k.bucket, k => k.number);
        var entries = new List<Entry>();
        for (var bucket = 0; bucket < _bucketStarts.Length - 1; bucket++)
        {
            _bucketStarts[bucket] = entries.Count;
            entries.AddRange(buckets[bucket].OrderByDescending(k => _keywords[k].Length).Select(k => new Entry(_keywords[k], k)));
            MostAtOneEnd = Math.Max(MostAtOneEnd, entries.Count - _bucketStarts[bucket]);
        }

        _bucketStarts[^1] = entries.Count;
        _entries = [.. entries];
    }

    /// <summary>More keywords than this cannot end at one place; at least 1.</summary>
    public int MostAtOneEnd { get; } = 1;

    /// <summary>Finds the keywords that end at a place, the longest first.</summary>
    /// <returns>Number of hits.</returns>
    public int Find(ReadOnlySpan<byte> text, int end, Span<KeywordHit> hits)
    {
        var count = 0;
        var last = Last(text, end) | Fold;
        var bucket = (text[end - 1] & Mask) | (end > 1 ? (text[end - 2] & Mask) << Bits : 0);
        foreach (ref readonly var entry in _entries.AsSpan(_bucketStarts[bucket].._bucketStarts[bucket + 1]))
        {
            if (((last ^ entry.Last) & entry.Bytes) == 0 && EndsWith(text[..end], _keywords[entry.Keyword]))
            {
                hits[count++] = new KeywordHit(entry.Keyword, end);
            }
        }

        return count;
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

    // The last byte before the end is the highest.
    private static ulong Last(ReadOnlySpan<byte> text, int end)
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

    // A keyword of one byte can follow any other.
    private static IEnumerable<int> Buckets(byte[] keyword) => keyword.Length > 1
        ? [(keyword[^1] & Mask) | ((keyword[^2] & Mask) << Bits)]
        : Enumerable.Range(0, 1 << Bits).Select(before => (keyword[0] & Mask) | (before << Bits));

    private readonly struct Entry
    {
        public Entry(byte[] keyword, int number)
        {
            Keyword = number;
            Last = KeywordSuffixes.Last(keyword, keyword.Length) | Fold;
            Bytes = keyword.Length >= sizeof(ulong) ? ulong.MaxValue : ~(ulong.MaxValue >> (8 * keyword.Length));
        }

        /// <summary>The last bytes of the keyword.</summary>
        public ulong Last { get; }

        /// <summary>Which of them it has.</summary>
        public ulong Bytes { get; }

        public int Keyword { get; }
    }
}
