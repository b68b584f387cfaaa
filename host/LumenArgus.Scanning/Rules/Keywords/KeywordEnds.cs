using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using LumenArgus.Scanning.Vectors;

namespace LumenArgus.Scanning.Rules.Keywords;

/// <summary>
/// Names the places of a text where a keyword may end: says "maybe" too often, never "no" wrongly. Blocks of 64 places go through <see cref="KeywordBuckets"/>
/// where the processor has its instruction, else through <see cref="LetterBuckets"/>; what is left, or each place where there are no vectors, through <see cref="KeywordEndBits"/>.
/// </summary>
internal sealed class KeywordEnds
{
    /// <summary>The most bytes that are looked at in one go.</summary>
    public const int Stretch = 1024;

    /// <summary>Room for the places of a stretch: the last block may go over its end, and places are written a block at a time.</summary>
    public const int MostPlaces = Stretch + (3 * Block);

    private const int Block = KeywordBuckets.Block;
    private const int Half = Block / 2;

    // The vectors of a block begin this far before it.
    private const int Before = 8;
    private const int Window = 4;

    private readonly KeywordEndBits _bits;
    private readonly KeywordBuckets? _buckets;
    private readonly LetterBuckets? _letters;

    /// <param name="keywords">Lower case, one char per byte, none empty.</param>
    /// <param name="bits">The ends of these keywords.</param>
    /// <param name="vectors">The widest vectors to use, in bits: 512, 256, 128 or 0; a test holds them equal.</param>
    public KeywordEnds(IReadOnlyList<string> keywords, KeywordEndBits bits, int vectors = 512)
    {
        _bits = bits;
        _buckets = vectors >= 512 && KeywordBuckets.IsSupported ? new KeywordBuckets(keywords) : null;
        _letters = _buckets is null && vectors >= 128 && Vector128.IsHardwareAccelerated ? new LetterBuckets(keywords, vectors) : null;
    }

    /// <summary>Looks at a part of a text, at most <see cref="Stretch"/> bytes.</summary>
    /// <param name="text">The whole text.</param>
    /// <param name="from">Where the part begins.</param>
    /// <param name="to">Where it ends.</param>
    /// <param name="places">Takes the places, from the start of the part.</param>
    /// <returns>Number of places.</returns>
    public int Find(ReadOnlySpan<byte> text, int from, int to, Span<ushort> places)
    {
        var count = _buckets is not null ? FindByBuckets(_buckets, text, from, to, places)
            : _letters is not null ? FindByLetters(_letters, text, from, to, places)
            : FindOneByOne(text, from, to, places);
        while (count > 0 && places[count - 1] >= to - from)
        {
            count--;
        }

        return count;
    }

    private int FindByBuckets(KeywordBuckets buckets, ReadOnlySpan<byte> text, int from, int to, Span<ushort> places)
    {
        ref var bytes = ref MemoryMarshal.GetReference(text);
        var count = 0;
        var position = from;
        if (position < Window)
        {
            count = Append(buckets.LookAtStart(text) >> from, 0, places, count);
            position = Block;
        }

        for (; position < to - Block && text.Length - position >= 2 * Block; position += 2 * Block)
        {
            var (first, second) = buckets.LookAtTwo(ref Unsafe.Add(ref bytes, position));
            count = Append(first, position - from, places, count);
            count = Append(second, position - from + Block, places, count);
        }

        for (; position < to; position += Block)
        {
            var found = text.Length - position >= Block ? buckets.Look(ref Unsafe.Add(ref bytes, position)) : LookAtEnd(buckets, text, position);
            count = Append(found, position - from, places, count);
        }

        return _bits.Filter(text, from, places[..count]);
    }

    // The last block overlaps the one before it.
    private static ulong LookAtEnd(KeywordBuckets buckets, ReadOnlySpan<byte> text, int position)
    {
        var start = text.Length - Block;
        return start >= Window
            ? buckets.Look(ref Unsafe.Add(ref MemoryMarshal.GetReference(text), start)) >> (position - start)
            : LookAtCopy(text, position, static (KeywordBuckets all, ref byte block) => all.Look(ref block), buckets);
    }

    private int FindByLetters(LetterBuckets buckets, ReadOnlySpan<byte> text, int from, int to, Span<ushort> places)
    {
        var count = 0;
        for (var position = from; position < to; position += Block)
        {
            var found = position >= Before && text.Length - position >= Block
                ? buckets.Look(ref Unsafe.Add(ref MemoryMarshal.GetReference(text), position))
                : LookAtEdge(buckets, text, position);
            count = Append(found, position - from, places, count);
        }

        return _bits.Filter(text, from, places[..count]);
    }

    private static unsafe ulong LookAtEdge(LetterBuckets buckets, ReadOnlySpan<byte> text, int position)
    {
        fixed (byte* bytes = text)
        {
            // What is said of the first places by bytes before the text, the bits below know better.
            return TextBlock.IsReadable(bytes + position, Before)
                ? buckets.Look(ref bytes[position]) & Places(text, position)
                : LookAtCopy(text, position, static (LetterBuckets all, ref byte block) => all.Look(ref block), buckets);
        }
    }

    // Of the block at a position those that the text has.
    private static ulong Places(ReadOnlySpan<byte> text, int position) => ulong.MaxValue >> Math.Max(0, Block - (text.Length - position));

    private int FindOneByOne(ReadOnlySpan<byte> text, int from, int to, Span<ushort> places)
    {
        for (var place = 0; place < to - from; place++)
        {
            places[place] = (ushort)place;
        }

        return _bits.Filter(text, from, places[..(to - from)]);
    }

    // At an edge of the text: its vectors begin before the block, or end behind the text.
    [MethodImpl(MethodImplOptions.NoInlining)]
    [SkipLocalsInit]
    private static ulong LookAtCopy<T>(ReadOnlySpan<byte> text, int position, Look<T> look, T by)
    {
        Span<byte> copy = stackalloc byte[Before + Block];
        for (var i = 0; i < Before; i++)
        {
            copy[i] = position - Before + i is >= 0 and var at ? text[at] : (byte)0;
        }

        TextBlock.Load(text, position, 0).StoreUnsafe(ref copy[Before]);
        return look(by, ref copy[Before]) & Places(text, position);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Append(ulong found, int start, Span<ushort> places, int count)
    {
        if (found == 0)
        {
            return count;
        }

        if (ByteMask.IsSupported)
        {
            var numbers = ByteMask.Compress(Vector512<byte>.Indices, found);
            var (low, high) = Vector512.Widen(numbers);
            ref var next = ref Unsafe.Add(ref MemoryMarshal.GetReference(places), count);
            (low + Vector512.Create((ushort)start)).StoreUnsafe(ref next);
            (high + Vector512.Create((ushort)start)).StoreUnsafe(ref next, Half);
            return count + BitOperations.PopCount(found);
        }

        for (; found != 0; found &= found - 1)
        {
            places[count++] = (ushort)(start + BitOperations.TrailingZeroCount(found));
        }

        return count;
    }

    private delegate ulong Look<T>(T by, ref byte block);
}
