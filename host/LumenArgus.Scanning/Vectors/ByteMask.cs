using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace LumenArgus.Scanning.Vectors;

/// <summary>From a bit for each of 64 bytes back to bytes, for processors with AVX-512 VBMI2.</summary>
internal static class ByteMask
{
    public static bool IsSupported => Avx512Vbmi.IsSupported && Avx512Vbmi2.IsSupported;

    /// <summary>A byte of ones for each bit.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<byte> Spread(ulong bits)
    {
        var eighths = Avx512BW.Shuffle(
            Vector512.Create(bits).AsByte(),
            Vector512.Create(
                Vector256.Create(Vector128.Create(0, 0x0101_0101_0101_0101UL), Vector128.Create(0x0202_0202_0202_0202UL, 0x0303_0303_0303_0303)),
                Vector256.Create(Vector128.Create(0x0404_0404_0404_0404UL, 0x0505_0505_0505_0505), Vector128.Create(0x0606_0606_0606_0606UL, 0x0707_0707_0707_0707))).AsByte());
        var places = Vector512.Create(0x8040_2010_0804_0201).AsByte();
        return Vector512.Equals(eighths & places, places);
    }

    /// <summary>The bytes whose bit is set, pushed together.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<byte> Compress(Vector512<byte> bytes, ulong kept) => Avx512Vbmi2.Compress(Vector512<byte>.Zero, Spread(kept), bytes);
}
