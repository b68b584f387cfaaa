using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using LumenArgus.Scanning.Vectors;

namespace LumenArgus.Scanning.Decoding;

/// <summary>
/// For processors that look up sixteen entries at once (AVX2, SSSE3, NEON), 32 bytes after the other. The sets of <see cref="EncodedPairs"/> are divided into such that two look-ups tell
/// (<see cref="ByteSets"/>): of the first and the second bytes a bit stands for a kind of pair.
/// </summary>
internal struct EncodedBlocks256 : IEncodedBlocks
{
    private const byte Base64Sets = 0b0001_1111;
    private const byte TokenSets = 0b0111_1111;
    private const byte HexSets = 0b1000_0100;
    private const byte DelimiterSets = 0b0000_0011;
    private const byte OtherSeconds = EncodedPairs.Reference | EncodedPairs.Quote;
    private const int Half = TextBlock.Bytes / 2;

    private static readonly ByteSets Classes = ByteSets.Of("ABCDEFGHIJKLMNOabcdefghijklmno", "PQRSTUVWXYZpqrstuvwxyz", "0123456789", "+-/", "_", "=", "\\", "ABCDEFabcdef");
    private static readonly ByteSets Firsts = ByteSets.Of("%", "\\", "&", "=", "\"'", "\\", "Xx", "-");
    private static readonly ByteSets OtherFirsts = ByteSets.Of("", "", "\u001B", "", "`");
    private static readonly ByteSets Seconds1 = ByteSets.Of("0123456789", "%(/UX_ux\u007F", "ABCDEFGHIJKLMNOabcdefghijklmno", "0123456789", " \"&'+.)", "\t\n\r", "0123456789", " +");
    private static readonly ByteSets Seconds2 = ByteSets.Of("ABCDEFabcdef", "", "PQRSTUVWXYZpqrstuvwxyz", "ABCDEFabcdef", "\t\n\r", "", "ABCDEFabcdef", "|");
    private static readonly ByteSets Seconds3 = ByteSets.Of("%(/UX_ux\u007F", "", "#", "\t\n\r", "|<", "", "", ":");

    // The first two are what stands between two bytes in hex.
    private static readonly ByteSets Seconds4 = ByteSets.Of(" ,-", ":", "[", "", ";=[]");

    private Vector256<byte> _context;
    private Vector256<byte> _first;

    public static bool IsSupported => Vector256.IsHardwareAccelerated || Vector128.IsHardwareAccelerated;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public EncodedBits Next(ref byte block, byte wanted)
    {
        var low = Read(Vector256.LoadUnsafe(ref block), _context, _first);
        var high = Read(Vector256.LoadUnsafe(ref block, Half), low.Context, low.First);
        (_context, _first) = (high.Context, high.First);
        var (lowPairs, highPairs) = (low.Pairs & Vector256.Create(wanted), high.Pairs & Vector256.Create(wanted));
        const byte OtherPairs = unchecked((byte)~EncodedPairs.HexPrefix);
        return new EncodedBits
        {
            Base64 = ~Bits(Lacks(low.Classes, Base64Sets), Lacks(high.Classes, Base64Sets)),
            Hex = ~Bits(low.NotHex, high.NotHex),
            Delimiter = ~Bits(Lacks(low.Delimiters, DelimiterSets), Lacks(high.Delimiters, DelimiterSets)),
            HexPrefix = ~Bits(Lacks(lowPairs, EncodedPairs.HexPrefix), Lacks(highPairs, EncodedPairs.HexPrefix)),
            Pairs = ~Bits(Lacks(lowPairs, OtherPairs), Lacks(highPairs, OtherPairs)),
            HasNonAscii = (low.Bytes | high.Bytes).ExtractMostSignificantBits() != 0,
        };
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Reading Read(Vector256<byte> bytes, Vector256<byte> contextBefore, Vector256<byte> firstBefore)
    {
        const byte FourBits = 0x0F;
        var lower = bytes & Vector256.Create(FourBits);
        var upper = (bytes.AsUInt16() >>> 4).AsByte() & Vector256.Create(FourBits);
        var classes = Classes.Find(lower, upper);
        var notHex = Lacks(classes, HexSets);
        var context = Vector256.AndNot(Vector256.Create(EncodedPairs.Junctions), Lacks(classes, TokenSets))
            | Vector256.AndNot(Vector256.Create(EncodedPairs.HexPrefix), notHex)
            | (Vector256.Equals(bytes, Vector256.Create((byte)'-')) & Vector256.Create(EncodedPairs.Dashes));
        var first = (Firsts.Find(lower, upper) | OtherFirsts.Find(lower, upper)) & (OneOn(contextBefore, context) | Vector256.Create(EncodedPairs.WithoutContext));
        var others = Seconds4.Find(lower, upper);
        var second = Seconds1.Find(lower, upper) | Seconds2.Find(lower, upper) | Seconds3.Find(lower, upper) | (others & Vector256.Create(OtherSeconds));
        return new Reading(bytes, classes, notHex, context, first, second & OneOn(firstBefore, first), others);
    }

    // Each byte in the place behind its own.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<byte> OneOn(Vector256<byte> before, Vector256<byte> now) => Avx2.IsSupported
        ? Avx2.AlignRight(now, Avx2.Permute2x128(before, now, 0x21), 15)
        : Vector256.Create(OneOn(before.GetUpper(), now.GetLower()), OneOn(now.GetLower(), now.GetUpper()));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<byte> OneOn(Vector128<byte> before, Vector128<byte> now)
    {
        const byte Nothing = 0xFF;
        return Vector128.Shuffle(now, Vector128.Create(Nothing, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14))
            | Vector128.Shuffle(before, Vector128.Create(15, Nothing, Nothing, Nothing, Nothing, Nothing, Nothing, Nothing, Nothing, Nothing, Nothing, Nothing, Nothing, Nothing, Nothing, Nothing));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<byte> Lacks(Vector256<byte> bits, byte any) => Vector256.Equals(bits & Vector256.Create(any), Vector256<byte>.Zero);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Bits(Vector256<byte> low, Vector256<byte> high) => low.ExtractMostSignificantBits() | ((ulong)high.ExtractMostSignificantBits() << Half);

    private readonly record struct Reading(
        Vector256<byte> Bytes, Vector256<byte> Classes, Vector256<byte> NotHex, Vector256<byte> Context, Vector256<byte> First, Vector256<byte> Pairs, Vector256<byte> Delimiters);
}
