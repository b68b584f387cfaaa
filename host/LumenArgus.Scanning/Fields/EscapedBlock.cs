using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using LumenArgus.Scanning.Vectors;

namespace LumenArgus.Scanning.Fields;

/// <summary>Undoes the escapes of two bytes in 64 bytes at once, for processors that can push the bytes of a vector together.</summary>
internal static class EscapedBlock
{
    public const int Bytes = 64;

    private const int AsciiTable = 128;

    // What each letter behind a backslash stands for; zero for what needs more than one letter, or is no escape.
    private static readonly byte[] Letters = [.. Enumerable.Range(0, AsciiTable).Select(letter => LetterOf((char)letter))];

    public static bool IsSupported => ByteMask.IsSupported;

    /// <summary>Reads 64 bytes, of which so many belong to the string, and writes 64, of which so many count. The first is not escaped.</summary>
    /// <returns>Bytes consumed: less than there are if an escape does not end among them, or is none of two bytes.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Write(ref byte raw, int length, ref byte text, out int written)
    {
        var block = Vector512.LoadUnsafe(ref raw);
        var backslashes = Vector512.Equals(block, Vector512.Create((byte)'\\')).ExtractMostSignificantBits();
        var count = Math.Min(length, Bytes);
        if (backslashes == 0)
        {
            block.StoreUnsafe(ref text);
            written = count;
            return count;
        }

        ref var table = ref MemoryMarshal.GetArrayDataReference(Letters);
        var letters = Avx512Vbmi.PermuteVar64x8x2(Vector512.LoadUnsafe(ref table), block, Vector512.LoadUnsafe(ref table, AsciiTable / 2));
        var escapers = EscapeBits.Of(backslashes);
        var escaped = escapers << 1;
        var other = escaped & (Vector512.Equals(letters, Vector512<byte>.Zero).ExtractMostSignificantBits() | block.ExtractMostSignificantBits());
        count = other == 0 ? count : Math.Min(count, BitOperations.TrailingZeroCount(other) - 1);
        count -= count > 0 ? (int)(escapers >> (count - 1) & 1) : 0;
        var kept = ~escapers & (count == Bytes ? ulong.MaxValue : (1UL << count) - 1);
        ByteMask.Compress(Vector512.ConditionalSelect(ByteMask.Spread(escaped), letters, block), kept).StoreUnsafe(ref text);
        written = BitOperations.PopCount(kept);
        return count;
    }

    private static byte LetterOf(char letter) => (byte)(letter switch
    {
        'n' => '\n',
        't' => '\t',
        'r' => '\r',
        'b' => '\b',
        'f' => '\f',
        '"' or '\\' or '/' => letter,
        _ => '\0',
    });
}
