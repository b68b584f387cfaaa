using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using LumenArgus.Scanning.Vectors;

namespace LumenArgus.Scanning.Decoding.Base64Text;

/// <summary>
/// Tells from the characters alone where base64 may hold ASCII text. Of four characters that stand for three bytes below 0x80, the first, the second and the
/// third are each from about half of the alphabet; that is compared for all four alignments at once, so that identifiers, paths, images and hashes are not decoded.
/// </summary>
internal static class Base64Shape
{
    private const int Window = 64;

    // What is looked at behind a start is at most 14 characters, and the step must keep the alignment.
    private const int Step = 48;

    private const ulong EachFourth = 0x1111_1111_1111_1111;

    /// <summary>Bit n: at alignment n there are at least two readable units of four characters in a row at alignment 0, four at the others.</summary>
    public static int Alignments(ReadOnlySpan<byte> characters)
    {
        Span<byte> last = stackalloc byte[Window];
        var alignments = 0;
        for (var start = 0; start < characters.Length; start += Step)
        {
            var (first, second, third) = Classify(characters[start..], last);
            var unit = first & (second >> 1) & (third >> 2);
            var two = unit & (unit >> 4);
            var four = two & (two >> 8);
            alignments |= (two & EachFourth) != 0 ? 1 : 0;
            if ((four & ~EachFourth) != 0)
            {
                alignments |= ((four & (EachFourth << 1)) != 0 ? 2 : 0) | ((four & (EachFourth << 2)) != 0 ? 4 : 0) | ((four & (EachFourth << 3)) != 0 ? 8 : 0);
            }
        }

        return alignments;
    }

    private static (ulong First, ulong Second, ulong Third) Classify(ReadOnlySpan<byte> window, Span<byte> last)
    {
        if (window.Length < Window)
        {
            last.Clear();
            window.CopyTo(last);
            return Vector256.IsHardwareAccelerated ? Vectors(last) : Bytes(last);
        }

        return Vector256.IsHardwareAccelerated ? Vectors(window) : Bytes(window);
    }

    internal static (ulong First, ulong Second, ulong Third) Bytes(ReadOnlySpan<byte> window)
    {
        ulong first = 0, second = 0, third = 0;
        for (var i = 0; i < Window; i++)
        {
            var value = Value(window[i]);
            if (value < 0)
            {
                continue;
            }

            // Line ends and tabs count as readable.
            first |= value is 2 or 3 or (>= 8 and < 32) ? 1ul << i : 0;
            second |= (value & 15) is 0 or (>= 2 and < 8) ? 1ul << i : 0;
            third |= (value & 2) == 0 ? 1ul << i : 0;
        }

        return (first, second, third);
    }

    // Bytes are told apart by two look-ups, one for each half; a bit is a set of low halves that some high halves share.
    internal static (ulong First, ulong Second, ulong Third) Vectors(ReadOnlySpan<byte> window)
    {
        ref var bytes = ref MemoryMarshal.GetReference(window);
        var (first0, second0, third0) = Classify(Vector256.LoadUnsafe(ref bytes));
        var (first1, second1, third1) = Classify(Vector256.LoadUnsafe(ref bytes, 32));
        return (first0 | ((ulong)first1 << 32), second0 | ((ulong)second1 << 32), third0 | ((ulong)third1 << 32));
    }

    private static (uint First, uint Second, uint Third) Classify(Vector256<byte> bytes)
    {
        var low = bytes & Vector256.Create((byte)0xF);
        var high = (bytes.AsUInt16() >>> 4).AsByte() & Vector256.Create((byte)0xF);
        var first = ByteSets.LookUp(Vector128.Create((byte)0x04, 0x06, 0x06, 0x07, 0x07, 0x06, 0x06, 0x04, 0x04, 0x05, 0x05, 0x01, 0x01, 0x01, 0x01, 0x01), low)
            & ByteSets.LookUp(Vector128.Create((byte)0, 0, 0, 0, 1, 4, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0), high);
        var second = ByteSets.LookUp(Vector128.Create((byte)0x04, 0x05, 0x04, 0x05, 0x01, 0x01, 0x01, 0x03, 0x01, 0x02, 0x02, 0x02, 0x02, 0x02, 0x02, 0), low)
            & ByteSets.LookUp(Vector128.Create((byte)0, 0, 0, 4, 1, 1, 2, 2, 0, 0, 0, 0, 0, 0, 0, 0), high);
        var third = ByteSets.LookUp(Vector128.Create((byte)0x06, 0x05, 0x01, 0x02, 0x06, 0x05, 0x01, 0x02, 0x06, 0x05, 0x01, 0x02, 0x02, 0x01, 0x01, 0x02), low)
            & ByteSets.LookUp(Vector128.Create((byte)0, 0, 0, 4, 1, 1, 2, 2, 0, 0, 0, 0, 0, 0, 0, 0), high);
        return (Any(first), Any(second), Any(third));
    }

    private static uint Any(Vector256<byte> sets) => ~Vector256.Equals(sets, Vector256<byte>.Zero).ExtractMostSignificantBits();

    private static int Value(byte character) => character switch
    {
        >= (byte)'A' and <= (byte)'Z' => character - 'A',
        >= (byte)'a' and <= (byte)'z' => character - 'a' + 26,
        >= (byte)'0' and <= (byte)'9' => character - '0' + 52,
        (byte)'+' or (byte)'-' => 62,
        (byte)'/' or (byte)'_' => 63,
        _ => -1,
    };
}
