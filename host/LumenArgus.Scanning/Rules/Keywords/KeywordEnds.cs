using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace LumenArgus.Scanning.Rules.Keywords;

/// <summary>
/// A bit for each four bytes (five bits of each, which also folds case; 20 bits hashed to 17) that a keyword can end with. Says "maybe" too often,
/// never "no" wrongly. 16 KB, so that it stays in the first cache; 32 places at a time where the processor can gather.
/// </summary>
internal sealed class KeywordEnds
{
    private const int Length = 4;
    private const int Bits = 5;
    private const int Mask = (1 << Bits) - 1;
    private const int AllBits = (1 << (Length * Bits)) - 1;
    private const int HashBits = 17;
    private const int HashMask = (1 << HashBits) - 1;
    private const int Block = 32;

    // The vectors of a block read three bytes before it and up to five behind it.
    private const int Before = Length - 1;
    private const int Behind = 5;

    private readonly uint[] _bits = new uint[1 << (HashBits - 5)];
    private readonly bool[] _isKeyword = new bool[256];
    private readonly byte[] _singles;

    /// <param name="keywords">Lower case, one char per byte, none empty.</param>
    public KeywordEnds(IReadOnlyList<string> keywords)
    {
        foreach (var keyword in keywords)
        {
            if (keyword.Length > 1)
            {
                Add(keyword, 0, 0);
                continue;
            }

            // One byte says nothing of the three before it: it would fill the table.
            _isKeyword[keyword[0]] = true;
            _isKeyword[char.ToUpperInvariant(keyword[0])] = true;
        }

        _singles = [.. Enumerable.Range(0, 256).Where(b => _isKeyword[b]).Select(b => (byte)b)];
    }

    /// <summary>The next offset behind a byte that may be the last of a keyword; 0 if there is none.</summary>
    public int Next(ReadOnlySpan<byte> text, ref KeywordCursor cursor)
    {
        while (cursor.Found == 0)
        {
            if (cursor.Position == text.Length)
            {
                return 0;
            }

            Advance(text, ref cursor);
        }

        // The highest bit belongs to the byte before the position.
        var end = cursor.Position - Block + 1 + BitOperations.TrailingZeroCount(cursor.Found);
        cursor.Found &= cursor.Found - 1;
        return end;
    }

    private void Advance(ReadOnlySpan<byte> text, ref KeywordCursor cursor)
    {
        var position = cursor.Position;
        if (Avx2.IsSupported && position >= Before)
        {
            var found = 0u;
            while (found == 0 && text.Length - position >= Block + Behind)
            {
                found = Look(ref Unsafe.Add(ref MemoryMarshal.GetReference(text), position));
                position += Block;
            }

            if (position > cursor.Position)
            {
                (cursor.Position, cursor.Found) = (position, found);
                return;
            }
        }

        cursor = LookOneByOne(text, position);
    }

    // Up to a block; the bits are moved up so that the last byte has the highest one.
    private KeywordCursor LookOneByOne(ReadOnlySpan<byte> text, int position)
    {
        var last = 0;
        for (var i = Math.Max(0, position - Before); i < position; i++)
        {
            last = (last << Bits) | (text[i] & Mask);
        }

        // Up to the place from which on blocks can be read.
        var end = Math.Min(text.Length, position < Before ? Before : position + Block);
        var found = 0u;
        for (var i = position; i < end; i++)
        {
            last = ((last << Bits) | (text[i] & Mask)) & AllBits;
            var hash = Hash(last);
            var isEnd = (_bits[hash >> 5] >> hash & 1) | Unsafe.BitCast<bool, byte>(_isKeyword[text[i]]);
            found = (found >> 1) | (isEnd << 31);
        }

        return new KeywordCursor { Position = end, Found = found };
    }

    private uint Look(ref byte block)
    {
        var found = Look8(ref Unsafe.Add(ref block, -Before))
            | (Look8(ref Unsafe.Add(ref block, 8 - Before)) << 8)
            | (Look8(ref Unsafe.Add(ref block, 16 - Before)) << 16)
            | (Look8(ref Unsafe.Add(ref block, 24 - Before)) << 24);
        foreach (var single in _singles)
        {
            found |= Vector256.Equals(Vector256.LoadUnsafe(ref block), Vector256.Create(single)).ExtractMostSignificantBits();
        }

        return found;
    }

    // Eight windows of four bytes, each in a lane: to 20 bits by two multiplications, to 17, one gather, and the bit asked for to the top.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private unsafe uint Look8(ref byte first)
    {
        var bytes = Vector256.Create(Vector128.LoadUnsafe(ref first), Vector128.LoadUnsafe(ref first)) & Vector256.Create((byte)Mask);
        var windows = Avx2.Shuffle(bytes, Vector256.Create((byte)0, 1, 2, 3, 1, 2, 3, 4, 2, 3, 4, 5, 3, 4, 5, 6, 4, 5, 6, 7, 5, 6, 7, 8, 6, 7, 8, 9, 7, 8, 9, 10));
        var pairs = Avx2.MultiplyAddAdjacent(windows, Vector256.Create(0x01_20_01_20).AsSByte());
        var last = Avx2.MultiplyAddAdjacent(pairs, Vector256.Create(0x0001_0400).AsInt16());
        var hash = (last ^ (last >>> HashBits)) & Vector256.Create(HashMask);
        fixed (uint* bits = _bits)
        {
            var words = Avx2.GatherVector256((int*)bits, hash >>> 5, sizeof(uint));
            return Avx2.ShiftLeftLogicalVariable(words, (~hash & Vector256.Create(31)).AsUInt32()).ExtractMostSignificantBits();
        }
    }

    private static int Hash(int last) => (last ^ (last >> HashBits)) & HashMask;

    // All values of the bytes before a keyword of fewer than four.
    private void Add(string keyword, int index, int window)
    {
        if (index == Length)
        {
            var hash = Hash(window);
            _bits[hash >> 5] |= 1u << (hash & 31);
            return;
        }

        for (var value = 0; value <= Mask; value++)
        {
            if (index >= keyword.Length || value == (keyword[keyword.Length - 1 - index] & Mask))
            {
                Add(keyword, index + 1, window | (value << (Bits * index)));
            }
        }
    }
}
