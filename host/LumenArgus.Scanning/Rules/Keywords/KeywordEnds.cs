using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace LumenArgus.Scanning.Rules.Keywords;

/// <summary>
/// Names the places of a text where a keyword may end. Says "maybe" too often, never "no" wrongly. Blocks of 64 places go through
/// <see cref="KeywordBuckets"/> where the processor has its instruction; else through a bit for each four bytes (case folded, hashed to 17 bits) that a keyword
/// can end with: 16 KB, so that it stays in the first cache, gathered eight places at a time. Keywords of one or two bytes would fill it: they are compared.
/// </summary>
internal sealed class KeywordEnds
{
    private const int Length = 4;
    private const int HashBits = 17;
    private const uint Multiplier = 0x9E37_79B1;
    public const int Block = KeywordBuckets.Block;
    private const int Half = Block / 2;

    // Drops the case bit, and what else tells bytes of the same half of ASCII apart by it.
    private const byte Fold = 0x5F;
    private const uint FoldAll = 0x5F5F_5F5F;

    // The vectors of a block begin this far before it, so that none reads behind it.
    private const int Before = 8;

    private readonly uint[] _bits = new uint[1 << (HashBits - 5)];
    private readonly (byte Previous, byte Last)[] _short;
    private readonly bool[] _endsShort = new bool[256];
    private readonly KeywordBuckets? _buckets;
    private readonly bool _hasVectors;

    /// <param name="keywords">Lower case, one char per byte, none empty.</param>
    /// <param name="vectors">The widest vectors to use, in bits: 512, 256 or 0; a test holds them equal.</param>
    public KeywordEnds(IReadOnlyList<string> keywords, int vectors = 512)
    {
        _buckets = vectors >= 512 && KeywordBuckets.IsSupported ? new KeywordBuckets(keywords) : null;
        _hasVectors = _buckets is not null || (vectors >= 256 && Avx2.IsSupported);
        foreach (var keyword in keywords.Where(k => k.Length > 2))
        {
            Add(keyword, 0, 0);
        }

        _short = [.. keywords.Where(k => k.Length <= 2).Select(k => (Folded(k.Length > 1 ? k[0] : '\0'), Folded(k[^1]))).Distinct()];
        for (var value = 0; value < _endsShort.Length; value++)
        {
            _endsShort[value] = _short.Any(s => s.Last == Folded((char)value));
        }
    }

    /// <summary>Looks at the next bytes, up to the end or a block with places of interest.</summary>
    public void Advance(ReadOnlySpan<byte> text, ref KeywordCursor cursor)
    {
        var position = cursor.Position;
        if (!_hasVectors || position < Before || text.Length < Before + Block)
        {
            cursor = LookOneByOne(text, position);
            return;
        }

        ref var bytes = ref MemoryMarshal.GetReference(text);
        var found = 0UL;
        while (found == 0 && text.Length - position >= Block)
        {
            found = Look(ref Unsafe.Add(ref bytes, position));
            position += Block;
        }

        if (found == 0 && position < text.Length)
        {
            // The last block overlaps the one before it, whose bytes were looked at.
            var known = position - (text.Length - Block);
            position = text.Length;
            found = Look(ref Unsafe.Add(ref bytes, position - Block)) >> known << known;
        }

        (cursor.Position, cursor.Found) = (position, found);
    }

    // At most a block; the bits are moved up so that the last byte has the highest one.
    private KeywordCursor LookOneByOne(ReadOnlySpan<byte> text, int position)
    {
        var last = 0u;
        for (var i = Math.Max(0, position - Length + 1); i < position; i++)
        {
            last = (last >> 8) | ((uint)text[i] << 24);
        }

        var end = Math.Min(text.Length, _hasVectors && position < Before ? Before : position + Block);
        var found = 0UL;
        for (var i = position; i < end; i++)
        {
            last = (last >> 8) | ((uint)text[i] << 24);
            var hash = Hash(last & FoldAll);
            var isEnd = (_bits[hash >> 5] >> (int)hash & 1) | Unsafe.BitCast<bool, byte>(_endsShort[text[i]]);
            found = (found >> 1) | ((ulong)isEnd << (Block - 1));
        }

        return new KeywordCursor { Position = end, Found = found };
    }

    private ulong Look(ref byte block) => _buckets is null
        ? LookHalf(ref block) | ((ulong)LookHalf(ref Unsafe.Add(ref block, Half)) << Half)
        : _buckets.Look(ref block);

    private uint LookHalf(ref byte block)
    {
        var found = Look8(ref Unsafe.Add(ref block, -Before))
            | (Look8(ref Unsafe.Add(ref block, 8 - Before)) << 8)
            | (Look8(ref Unsafe.Add(ref block, 16 - Before)) << 16)
            | (Look8(ref Unsafe.Add(ref block, 24 - Before)) << 24);
        foreach (var (previous, last) in _short)
        {
            found |= Ends(ref block, last) & (previous == 0 ? uint.MaxValue : Ends(ref Unsafe.Add(ref block, -1), previous));
        }

        return found;
    }

    private static uint Ends(ref byte block, byte folded) =>
        Vector256.Equals(Vector256.LoadUnsafe(ref block) & Vector256.Create(Fold), Vector256.Create(folded)).ExtractMostSignificantBits();

    // Eight windows of four bytes, each in a lane: one gather, and the bit asked for to the top.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private unsafe uint Look8(ref byte first)
    {
        var bytes = Vector256.Create(Vector128.LoadUnsafe(ref first), Vector128.LoadUnsafe(ref first)) & Vector256.Create(Fold);
        var windows = Avx2.Shuffle(bytes, Vector256.Create((byte)5, 6, 7, 8, 6, 7, 8, 9, 7, 8, 9, 10, 8, 9, 10, 11, 9, 10, 11, 12, 10, 11, 12, 13, 11, 12, 13, 14, 12, 13, 14, 15));
        var hash = (windows.AsUInt32() * Vector256.Create(Multiplier)) >>> (32 - HashBits);
        fixed (uint* bits = _bits)
        {
            var words = Avx2.GatherVector256(bits, (hash >>> 5).AsInt32(), sizeof(uint));
            return Avx2.ShiftLeftLogicalVariable(words, ~hash & Vector256.Create(31u)).ExtractMostSignificantBits();
        }
    }

    private static uint Hash(uint folded) => (folded * Multiplier) >> (32 - HashBits);

    private static byte Folded(char value) => (byte)(value & Fold);

    // All values of the byte before a keyword of three.
    private void Add(string keyword, int index, uint window)
    {
        if (index == Length)
        {
            var hash = Hash(window);
            _bits[hash >> 5] |= 1u << (int)(hash & 31);
            return;
        }

        for (var value = 0u; value <= Fold; value++)
        {
            if ((value & ~(uint)Fold) == 0 && (index >= keyword.Length || value == Folded(keyword[keyword.Length - 1 - index])))
            {
                Add(keyword, index + 1, window | (value << (24 - (8 * index))));
            }
        }
    }
}
