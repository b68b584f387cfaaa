using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using LumenArgus.Scanning.Rules.Patterns;

namespace LumenArgus.Scanning.Rules.Matching;

/// <summary>Finds runs of at least so many bytes of an ASCII class, 64 bytes at a time: a bit for each byte, shifted over each other.</summary>
internal sealed class RunFinder
{
    private const int Block = 64;
    private const int LongestRun = 32;

    private readonly int _min;

    // Of the 16 bytes that share a low nibble, a bit for each high nibble that belongs to the class.
    private readonly Vector256<byte> _byLowNibble;

    private RunFinder(ByteSet set, int min)
    {
        _min = min;
        var rows = new byte[16];
        foreach (var value in set.ToArray())
        {
            rows[value & 15] |= (byte)(1 << (value >> 4));
        }

        _byLowNibble = Vector256.Create(Vector128.Create(rows), Vector128.Create(rows));
    }

    /// <summary>A finder, if this processor and this class are suited.</summary>
    public static RunFinder? Create(ByteSet set, int min) =>
        Avx2.IsSupported && min is > 1 and <= LongestRun && set is { C: 0, D: 0 } ? new RunFinder(set, min) : null;

    /// <summary>Looks for a run as far as whole blocks can be read.</summary>
    /// <param name="text">The text.</param>
    /// <param name="from">Where to begin; then the start of the run, or the place to go on from by other means.</param>
    /// <param name="last">The last start of interest.</param>
    /// <param name="steps">Raised by the bytes read.</param>
    /// <returns>Whether there is one.</returns>
    public bool TryFind(ReadOnlySpan<byte> text, ref int from, int last, ref long steps)
    {
        while (from <= last && text.Length - from >= Block)
        {
            ref var block = ref Unsafe.Add(ref MemoryMarshal.GetReference(text), from);
            var members = Members(ref block) | ((ulong)Members(ref Unsafe.Add(ref block, Block / 2)) << (Block / 2));
            steps += Block;
            if (Starts(members) is var starts && starts != 0)
            {
                from += BitOperations.TrailingZeroCount(starts);
                return true;
            }

            // A run at the end of the block may go on behind it.
            from += Block - BitOperations.LeadingZeroCount(~members);
        }

        return false;
    }

    private ulong Starts(ulong members)
    {
        for (var length = 1; length < _min;)
        {
            var shift = Math.Min(length, _min - length);
            members &= members >> shift;
            length += shift;
        }

        return members;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private uint Members(ref byte first)
    {
        var bytes = Vector256.LoadUnsafe(ref first);
        var rows = Avx2.Shuffle(_byLowNibble, bytes & Vector256.Create((byte)0x0F));
        var bits = Avx2.Shuffle(
            Vector256.Create((byte)1, 2, 4, 8, 16, 32, 64, 128, 0, 0, 0, 0, 0, 0, 0, 0, 1, 2, 4, 8, 16, 32, 64, 128, 0, 0, 0, 0, 0, 0, 0, 0),
            (bytes.AsUInt16() >>> 4).AsByte() & Vector256.Create((byte)0x0F));
        return ~Vector256.Equals(rows & bits, Vector256<byte>.Zero).ExtractMostSignificantBits();
    }
}
