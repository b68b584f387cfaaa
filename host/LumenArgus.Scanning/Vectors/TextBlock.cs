using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace LumenArgus.Scanning.Vectors;

/// <summary>Loads 64 bytes of text; of a text that has fewer those, and nothing behind it.</summary>
internal static class TextBlock
{
    public const int Bytes = 64;

    /// <param name="text">The text.</param>
    /// <param name="start">Where the block begins.</param>
    /// <param name="rest">Stands for the bytes that the text does not have.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<byte> Load(ReadOnlySpan<byte> text, int start, byte rest) => text.Length - start >= Bytes
        ? Vector512.LoadUnsafe(ref MemoryMarshal.GetReference(text), (nuint)start)
        : LoadLast(text[start..], rest);

    [MethodImpl(MethodImplOptions.NoInlining)]
    [SkipLocalsInit]
    private static unsafe Vector512<byte> LoadLast(ReadOnlySpan<byte> text, byte rest)
    {
        var filling = Vector512.Create(rest);
        if (Avx512BW.IsSupported)
        {
            fixed (byte* bytes = text)
            {
                // Does not touch the memory behind the text.
                return Avx512BW.MaskLoad(bytes, Vector512.LessThan(Vector512<byte>.Indices, Vector512.Create((byte)text.Length)), filling);
            }
        }

        Span<byte> block = stackalloc byte[Bytes];
        filling.CopyTo(block);
        text.CopyTo(block);
        return Vector512.LoadUnsafe(ref MemoryMarshal.GetReference(block));
    }
}
