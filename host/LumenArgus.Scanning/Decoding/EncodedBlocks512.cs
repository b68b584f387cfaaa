using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace LumenArgus.Scanning.Decoding;

/// <summary>For processors that look a byte up among 128 entries in one instruction (AVX-512 VBMI).</summary>
internal struct EncodedBlocks512 : IEncodedBlocks
{
    private static readonly Vector512<byte> OneBack = Vector512.Create([.. Enumerable.Range(0, 64).Select(place => (byte)(place + 63))]);

    private Vector512<byte> _context;
    private Vector512<byte> _first;

    public static bool IsSupported => Avx512Vbmi.IsSupported;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public EncodedBits Next(ref byte block, byte wanted)
    {
        var bytes = Vector512.LoadUnsafe(ref block);
        var isOther = Vector512.LessThan(bytes.AsSByte(), Vector512<sbyte>.Zero).AsByte();
        var context = LookUp(EncodedPairs.Contexts, bytes, isOther);
        var first = LookUp(EncodedPairs.Firsts, bytes, isOther);
        first &= Avx512Vbmi.PermuteVar64x8x2(_context, OneBack, context) | Vector512.Create(EncodedPairs.WithoutContext);
        var pairs = LookUp(EncodedPairs.Seconds, bytes, isOther) & Avx512Vbmi.PermuteVar64x8x2(_first, OneBack, first) & Vector512.Create(wanted);
        var classes = LookUp(EncodedPairs.Classes, bytes, isOther);
        (_context, _first) = (context, first);
        return new EncodedBits
        {
            Base64 = Has(classes, EncodedPairs.Base64Character),
            Hex = Has(classes, EncodedPairs.HexDigit),
            Delimiter = Has(classes, EncodedPairs.HexDelimiter),
            HexPrefix = Has(pairs, EncodedPairs.HexPrefix),
            Pairs = Has(pairs, unchecked((byte)~EncodedPairs.HexPrefix)),
            HasNonAscii = bytes.ExtractMostSignificantBits() != 0,
        };
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Has(Vector512<byte> bits, byte any) => ~Vector512.Equals(bits & Vector512.Create(any), Vector512<byte>.Zero).ExtractMostSignificantBits();

    // Seven bits are looked up.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<byte> LookUp(byte[] table, Vector512<byte> bytes, Vector512<byte> isOther)
    {
        ref var first = ref MemoryMarshal.GetArrayDataReference(table);
        return Vector512.AndNot(Avx512Vbmi.PermuteVar64x8x2(Vector512.LoadUnsafe(ref first), bytes, Vector512.LoadUnsafe(ref first, EncodedPairs.AsciiTable / 2)), isOther);
    }
}
