using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.X86;

namespace LumenArgus.Scanning.Rules.Keywords;

/// <summary>
/// Names the places of a text where a keyword may end: says "maybe" too often, never "no" wrongly. Blocks of 64 places go through <see cref="KeywordBuckets"/>
/// where the processor has its instruction, and what is left through <see cref="KeywordEndBits"/>; else these alone, gathered or one by one.
/// </summary>
internal sealed class KeywordEnds
{
    public const int Block = KeywordBuckets.Block;

    private const int Half = Block / 2;

    // The vectors of a block begin this far before it, so that none reads behind it.
    private const int Before = 8;
    private const int Window = 4;

    private readonly KeywordEndBits _bits;
    private readonly KeywordBuckets? _buckets;
    private readonly bool _hasVectors;

    /// <param name="keywords">Lower case, one char per byte, none empty.</param>
    /// <param name="bits">The ends of these keywords.</param>
    /// <param name="vectors">The widest vectors to use, in bits: 512, 256 or 0; a test holds them equal.</param>
    public KeywordEnds(IReadOnlyList<string> keywords, KeywordEndBits bits, int vectors = 512)
    {
        _bits = bits;
        _buckets = vectors >= 512 && KeywordBuckets.IsSupported ? new KeywordBuckets(keywords) : null;
        _hasVectors = _buckets is not null || (vectors >= 256 && Avx2.IsSupported);
    }

    /// <summary>Looks at the next bytes, up to a block with places of interest, or to an offset and what lies behind it in the same block.</summary>
    public void Advance(ReadOnlySpan<byte> text, int to, ref KeywordCursor cursor)
    {
        if (cursor.HasNext)
        {
            cursor.HasNext = false;
            cursor.Position += Block;
            cursor.Found = cursor.Next;
            if (cursor.Found != 0)
            {
                return;
            }
        }

        var position = cursor.Position;
        if (_hasVectors && position == 0)
        {
            cursor = LookAtFirst(text);
            return;
        }

        if (!_hasVectors || position < Before || text.Length < Before + Block)
        {
            cursor = LookOneByOne(text, position);
            return;
        }

        ref var bytes = ref MemoryMarshal.GetReference(text);
        var found = 0UL;
        while (_buckets is not null && found == 0 && position < to - Block && text.Length - position >= 2 * Block)
        {
            (found, var next) = LookAtTwo(_buckets, ref Unsafe.Add(ref bytes, position));
            position += Block;
            if (found == 0)
            {
                (found, position) = (next, position + Block);
            }
            else
            {
                (cursor.Next, cursor.HasNext) = (next, true);
            }
        }

        while (found == 0 && position < to && text.Length - position >= Block)
        {
            found = Look(ref Unsafe.Add(ref bytes, position));
            position += Block;
        }

        if (found == 0 && position < to)
        {
            // The last block overlaps the one before it, whose bytes were looked at.
            var known = position - (text.Length - Block);
            position = text.Length;
            found = Look(ref Unsafe.Add(ref bytes, position - Block)) >> known << known;
        }

        (cursor.Position, cursor.Found) = (position, found);
    }

    // The vectors begin before the block, and a short text has not enough bytes for them.
    [MethodImpl(MethodImplOptions.NoInlining)]
    [SkipLocalsInit]
    private KeywordCursor LookAtFirst(ReadOnlySpan<byte> text)
    {
        Span<byte> copy = stackalloc byte[Before + Block];
        copy.Clear();
        var length = Math.Min(text.Length, Block);
        text[..length].CopyTo(copy[Before..]);
        return new KeywordCursor { Position = length, Found = Look(ref copy[Before]) << (Block - length) };
    }

    // At most a block; the bits are moved up so that the last byte has the highest one.
    private KeywordCursor LookOneByOne(ReadOnlySpan<byte> text, int position)
    {
        var last = 0u;
        for (var i = Math.Max(0, position - Window + 1); i < position; i++)
        {
            last = (last >> 8) | ((uint)text[i] << 24);
        }

        var end = Math.Min(text.Length, position + Block);
        var found = 0UL;
        for (var i = position; i < end; i++)
        {
            last = (last >> 8) | ((uint)text[i] << 24);
            found = (found >> 1) | ((ulong)_bits.Of(last) << (Block - 1));
        }

        return new KeywordCursor { Position = end, Found = found };
    }

    private ulong Look(ref byte block)
    {
        if (_buckets is null)
        {
            return _bits.Of32(ref block) | ((ulong)_bits.Of32(ref Unsafe.Add(ref block, Half)) << Half);
        }

        return Test(_buckets.Look(ref block), ref block);
    }

    private (ulong First, ulong Second) LookAtTwo(KeywordBuckets buckets, ref byte block)
    {
        var (first, second) = buckets.LookAtTwo(ref block);
        return (Test(first, ref block), Test(second, ref Unsafe.Add(ref block, Block)));
    }

    private ulong Test(ulong maybe, ref byte block)
    {
        // No branch depends on an answer.
        var found = 0UL;
        for (; maybe != 0; maybe &= maybe - 1)
        {
            var place = BitOperations.TrailingZeroCount(maybe);
            found |= (ulong)_bits.Of(Unsafe.ReadUnaligned<uint>(ref Unsafe.Add(ref block, place - (Window - 1)))) << place;
        }

        return found;
    }
}
