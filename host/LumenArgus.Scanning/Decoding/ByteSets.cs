using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace LumenArgus.Scanning.Decoding;

/// <summary>Looks bytes of 0 to 15 up in a table, 32 at a time.</summary>
internal static class ByteSets
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<byte> LookUp(Vector128<byte> table, Vector256<byte> index) => Avx2.IsSupported
        ? Avx2.Shuffle(Vector256.Create(table, table), index)
        : Vector256.Create(Vector128.Shuffle(table, index.GetLower()), Vector128.Shuffle(table, index.GetUpper()));
}
