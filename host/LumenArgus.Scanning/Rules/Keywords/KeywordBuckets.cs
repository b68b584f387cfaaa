using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using LumenArgus.Scanning.Vectors;

namespace LumenArgus.Scanning.Rules.Keywords;

/// <summary>
/// The keywords in up to 64 buckets; for each bucket the bytes that can stand at each of its last four places. One instruction looks 64 bytes of text up in such
/// a set for eight buckets, so a block of 64 places costs at most 32 look-ups and no memory access that depends on the text. Says "maybe" too often, never "no" wrongly.
/// </summary>
internal sealed class KeywordBuckets
{
    public const int Block = 64;

    private const int MostGroups = 8;
    private const int BucketsPerGroup = 8;

    // Fewer let less through, and cost more look-ups than that saves.
    private const int KeywordsPerBucket = 8;

    private const int Places = KeywordDivision.Places;

    // Seven bits are looked up: a byte of 0x80 and above counts as its ASCII twin.
    private const int TableSize = 128;

    // Pinned, so that it stays at the border of a cache line: each look-up then reads one line.
    private readonly byte[] _memory;
    private readonly int _start;
    private readonly nuint _tableBytes;

    /// <param name="keywords">Lower case, one char per byte, none empty.</param>
    public KeywordBuckets(IReadOnlyList<string> keywords)
    {
        var groups = Math.Clamp(keywords.Count / (KeywordsPerBucket * BucketsPerGroup), 1, MostGroups);
        _tableBytes = (nuint)(groups * Places * TableSize);
        _memory = GC.AllocateArray<byte>((int)_tableBytes + Block, pinned: true);
        _start = FirstAligned(_memory);
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

    public static bool IsSupported => Avx512Vbmi.IsSupported;

    /// <summary>A bit for each byte of the block that may be the last of a keyword. Reads from three bytes before it.</summary>
    public ulong Look(ref byte block) => Look(
        Vector512.LoadUnsafe(ref block),
        Vector512.LoadUnsafe(ref Unsafe.Subtract(ref block, 1)),
        Vector512.LoadUnsafe(ref Unsafe.Subtract(ref block, 2)),
        Vector512.LoadUnsafe(ref Unsafe.Subtract(ref block, 3)));

    /// <summary>The same for the first 64 bytes of a text, or as many as it has.</summary>
    public ulong LookAtStart(ReadOnlySpan<byte> text)
    {
        var block = TextBlock.Load(text, 0, 0);
        var found = Look(block, Back(block, 1), Back(block, 2), Back(block, 3));
        return text.Length < Block ? found & ((1UL << text.Length) - 1) : found;
    }

    // Each byte so many places later; nothing stands before the first.
    private static Vector512<byte> Back(Vector512<byte> block, byte places) =>
        Avx512Vbmi.PermuteVar64x8x2(block, (Vector512<byte>.Indices - Vector512.Create(places)) & Vector512.Create((byte)(TableSize - 1)), Vector512<byte>.Zero);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ulong Look(Vector512<byte> last, Vector512<byte> second, Vector512<byte> third, Vector512<byte> fourth)
    {
        ref var tables = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_memory), _start);
        var found = Vector512<byte>.Zero;
        for (nuint group = 0; group < _tableBytes; group += Places * TableSize)
        {
            found |= Find(ref tables, group, last)
                & Find(ref tables, group + TableSize, second)
                & Find(ref tables, group + (2 * TableSize), third)
                & Find(ref tables, group + (3 * TableSize), fourth);
        }

        return ~Vector512.Equals(found, Vector512<byte>.Zero).ExtractMostSignificantBits();
    }

    /// <summary>The same for two blocks, one behind the other: the tables are read once for both.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public (ulong First, ulong Second) LookAtTwo(ref byte block)
    {
        ref var tables = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_memory), _start);
        ref var next = ref Unsafe.Add(ref block, Block);
        var last = Vector512.LoadUnsafe(ref block);
        var second = Vector512.LoadUnsafe(ref Unsafe.Subtract(ref block, 1));
        var third = Vector512.LoadUnsafe(ref Unsafe.Subtract(ref block, 2));
        var fourth = Vector512.LoadUnsafe(ref Unsafe.Subtract(ref block, 3));
        var nextLast = Vector512.LoadUnsafe(ref next);
        var nextSecond = Vector512.LoadUnsafe(ref Unsafe.Subtract(ref next, 1));
        var nextThird = Vector512.LoadUnsafe(ref Unsafe.Subtract(ref next, 2));
        var nextFourth = Vector512.LoadUnsafe(ref Unsafe.Subtract(ref next, 3));
        var (found, nextFound) = (Vector512<byte>.Zero, Vector512<byte>.Zero);
        for (nuint table = 0; table < _tableBytes; table += TableSize)
        {
            var (low, high) = (Vector512.LoadUnsafe(ref tables, table), Vector512.LoadUnsafe(ref tables, table + (TableSize / 2)));
            var here = Avx512Vbmi.PermuteVar64x8x2(low, last, high);
            var there = Avx512Vbmi.PermuteVar64x8x2(low, nextLast, high);

            table += TableSize;
            (low, high) = (Vector512.LoadUnsafe(ref tables, table), Vector512.LoadUnsafe(ref tables, table + (TableSize / 2)));
            here &= Avx512Vbmi.PermuteVar64x8x2(low, second, high);
            there &= Avx512Vbmi.PermuteVar64x8x2(low, nextSecond, high);

            table += TableSize;
            (low, high) = (Vector512.LoadUnsafe(ref tables, table), Vector512.LoadUnsafe(ref tables, table + (TableSize / 2)));
            here &= Avx512Vbmi.PermuteVar64x8x2(low, third, high);
            there &= Avx512Vbmi.PermuteVar64x8x2(low, nextThird, high);

            table += TableSize;
            (low, high) = (Vector512.LoadUnsafe(ref tables, table), Vector512.LoadUnsafe(ref tables, table + (TableSize / 2)));
            found |= here & Avx512Vbmi.PermuteVar64x8x2(low, fourth, high);
            nextFound |= there & Avx512Vbmi.PermuteVar64x8x2(low, nextFourth, high);
        }

        return (~Vector512.Equals(found, Vector512<byte>.Zero).ExtractMostSignificantBits(), ~Vector512.Equals(nextFound, Vector512<byte>.Zero).ExtractMostSignificantBits());
    }

    private static unsafe int FirstAligned(byte[] memory) => (int)(-(nint)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(memory)) & (Block - 1));

    private static Vector512<byte> Find(ref byte tables, nuint table, Vector512<byte> bytes) => Avx512Vbmi.PermuteVar64x8x2(
        Vector512.LoadUnsafe(ref tables, table), bytes, Vector512.LoadUnsafe(ref tables, table + (TableSize / 2)));

    private void Add(int bucket, string keyword)
    {
        for (var place = 0; place < Places; place++)
        {
            var table = _memory.AsSpan(_start + (((bucket / BucketsPerGroup) * Places) + place) * TableSize, TableSize);
            var bit = (byte)(1 << (bucket % BucketsPerGroup));
            if (place >= keyword.Length)
            {
                foreach (ref var entry in table)
                {
                    entry |= bit;
                }
            }
            else
            {
                var letter = keyword[keyword.Length - 1 - place];
                table[letter % TableSize] |= bit;
                table[char.ToUpperInvariant(letter) % TableSize] |= bit;
            }
        }
    }
}
