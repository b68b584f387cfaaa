using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace LumenArgus.Scanning.Rules.Keywords;

/// <summary>
/// As <see cref="KeywordBuckets"/>, for processors that look up sixteen entries at once (AVX2, SSSE3, NEON): fewer buckets, and of each byte five bits are looked up. These tell letters apart, in
/// either case; another byte counts as the letter with the same bits, but for the last one, whose upper four bits are looked up too. Says "maybe" too often, never "no" wrongly.
/// </summary>
internal sealed class LetterBuckets
{
    public const int Block = KeywordBuckets.Block;

    private const int MostGroups = 8;
    private const int UsualGroups = 4;

    // Of so many, half of the places pass the usual number of buckets.
    private const int ManyKeywords = 400;
    private const int BucketsPerGroup = 8;
    private const int Places = KeywordDivision.Places;

    // Of two halves: the entries of 0 to 15, and those of 16 to 31.
    private const int TableSize = 32;
    private const int Half = TableSize / 2;

    // Behind the tables of the places stands that of the last byte's upper bits.
    private const int Upper = Places * TableSize;
    private const int GroupSize = Upper + Half;
    private const byte FourBits = 0x0F;

    // An index with this bit finds nothing.
    private const byte Nothing = 0x80;

    // Pinned: look-ups read it by its address.
    private readonly byte[] _tables;
    private readonly bool _isWide;

    /// <param name="keywords">Lower case, one char per byte, none empty.</param>
    /// <param name="vectors">The widest vectors to use, in bits: 256 or 128.</param>
    public LetterBuckets(IReadOnlyList<string> keywords, int vectors)
    {
        _isWide = vectors >= 256 && Avx2.IsSupported;
        var groups = keywords.Count > ManyKeywords ? MostGroups : Math.Clamp((keywords.Count + BucketsPerGroup - 1) / BucketsPerGroup, 1, UsualGroups);
        _tables = GC.AllocateArray<byte>(groups * GroupSize, pinned: true);
        var bucket = 0;
        foreach (var members in KeywordDivision.Divide(keywords, groups * BucketsPerGroup))
        {
            foreach (var keyword in members)
            {
                Add(bucket, keyword);
            }

            bucket++;
        }
    }

    /// <summary>A bit for each byte of the block that may be the last of a keyword. Reads from three bytes before it.</summary>
    public ulong Look(ref byte block) => _isWide
        ? Look64(ref block)
        : Look16(ref block) | ((ulong)Look16(ref Unsafe.Add(ref block, 16)) << 16) | ((ulong)Look16(ref Unsafe.Add(ref block, 32)) << 32) | ((ulong)Look16(ref Unsafe.Add(ref block, 48)) << 48);

    // Both halves of the block for one reading of the tables.
    private ulong Look64(ref byte block)
    {
        var (bytes1, bytes2) = (Vector256.LoadUnsafe(ref block), Vector256.LoadUnsafe(ref block, Block / 2));
        var upper1 = (bytes1.AsUInt16() >>> 4).AsByte() & Vector256.Create(FourBits);
        var upper2 = (bytes2.AsUInt16() >>> 4).AsByte() & Vector256.Create(FourBits);
        var (last1, last2) = (IndexOf(bytes1), IndexOf(bytes2));
        var (second1, second2) = (IndexBefore(ref block, 1), IndexBefore(ref Unsafe.Add(ref block, Block / 2), 1));
        var (third1, third2) = (IndexBefore(ref block, 2), IndexBefore(ref Unsafe.Add(ref block, Block / 2), 2));
        var (fourth1, fourth2) = (IndexBefore(ref block, 3), IndexBefore(ref Unsafe.Add(ref block, Block / 2), 3));
        ref var tables = ref MemoryMarshal.GetArrayDataReference(_tables);
        var (found1, found2) = (Vector256<byte>.Zero, Vector256<byte>.Zero);
        for (nuint group = 0; group < (nuint)_tables.Length; group += GroupSize)
        {
            var (low, high) = (Twice(ref tables, group), Twice(ref tables, group + Half));
            var (all1, all2) = (Find(low, high, last1), Find(low, high, last2));
            (low, high) = (Twice(ref tables, group + TableSize), Twice(ref tables, group + TableSize + Half));
            (all1, all2) = (all1 & Find(low, high, second1), all2 & Find(low, high, second2));
            (low, high) = (Twice(ref tables, group + (2 * TableSize)), Twice(ref tables, group + (2 * TableSize) + Half));
            (all1, all2) = (all1 & Find(low, high, third1), all2 & Find(low, high, third2));
            (low, high) = (Twice(ref tables, group + (3 * TableSize)), Twice(ref tables, group + (3 * TableSize) + Half));
            (all1, all2) = (all1 & Find(low, high, fourth1), all2 & Find(low, high, fourth2));
            low = Twice(ref tables, group + Upper);
            found1 |= all1 & Avx2.Shuffle(low, upper1);
            found2 |= all2 & Avx2.Shuffle(low, upper2);
        }

        var nothing1 = Vector256.Equals(found1, Vector256<byte>.Zero).ExtractMostSignificantBits();
        var nothing2 = Vector256.Equals(found2, Vector256<byte>.Zero).ExtractMostSignificantBits();
        return ~(nothing1 | ((ulong)nothing2 << (Block / 2)));
    }

    private uint Look16(ref byte block)
    {
        var bytes = Vector128.LoadUnsafe(ref block);
        var upper = (bytes.AsUInt16() >>> 4).AsByte() & Vector128.Create(FourBits);
        var last = IndexOf(bytes);
        var second = IndexOf(Vector128.LoadUnsafe(ref Unsafe.Subtract(ref block, 1)));
        var third = IndexOf(Vector128.LoadUnsafe(ref Unsafe.Subtract(ref block, 2)));
        var fourth = IndexOf(Vector128.LoadUnsafe(ref Unsafe.Subtract(ref block, 3)));
        ref var tables = ref MemoryMarshal.GetArrayDataReference(_tables);
        var found = Vector128<byte>.Zero;
        for (nuint group = 0; group < (nuint)_tables.Length; group += GroupSize)
        {
            found |= Find(ref tables, group, last) & Find(ref tables, group + TableSize, second)
                & Find(ref tables, group + (2 * TableSize), third) & Find(ref tables, group + (3 * TableSize), fourth) & Vector128.Shuffle(Vector128.LoadUnsafe(ref tables, group + Upper), upper);
        }

        return ~Vector128.Equals(found, Vector128<byte>.Zero).ExtractMostSignificantBits() & ushort.MaxValue;
    }

    // Into the lower half of a table; the fifth bit becomes the one that finds nothing there.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<byte> IndexOf(Vector256<byte> bytes) =>
        (bytes & Vector256.Create(FourBits)) | ((bytes.AsUInt16() << 3).AsByte() & Vector256.Create(Nothing));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<byte> IndexOf(Vector128<byte> bytes) =>
        (bytes & Vector128.Create(FourBits)) | ((bytes.AsUInt16() << 3).AsByte() & Vector128.Create(Nothing));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<byte> IndexBefore(ref byte block, int places) => IndexOf(Vector256.LoadUnsafe(ref Unsafe.Subtract(ref block, places)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<byte> Find(Vector256<byte> low, Vector256<byte> high, Vector256<byte> index) =>
        Avx2.Shuffle(low, index) | Avx2.Shuffle(high, index ^ Vector256.Create(Nothing));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static unsafe Vector256<byte> Twice(ref byte tables, nuint at) => Avx2.BroadcastVector128ToVector256((byte*)Unsafe.AsPointer(ref Unsafe.Add(ref tables, at)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<byte> Find(ref byte tables, nuint table, Vector128<byte> index) =>
        Vector128.Shuffle(Vector128.LoadUnsafe(ref tables, table), index) | Vector128.Shuffle(Vector128.LoadUnsafe(ref tables, table + Half), index ^ Vector128.Create(Nothing));

    private void Add(int bucket, string keyword)
    {
        var bit = (byte)(1 << (bucket % BucketsPerGroup));
        var group = _tables.AsSpan(bucket / BucketsPerGroup * GroupSize, GroupSize);
        group[Upper + (keyword[^1] >> 4)] |= bit;
        group[Upper + (char.ToUpperInvariant(keyword[^1]) >> 4)] |= bit;
        for (var place = 0; place < Places; place++)
        {
            var table = group.Slice(place * TableSize, TableSize);
            if (place < keyword.Length)
            {
                table[keyword[^(place + 1)] % TableSize] |= bit;
                continue;
            }

            foreach (ref var entry in table)
            {
                entry |= bit;
            }
        }
    }
}
