using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace LumenArgus.Scanning.Vectors;

/// <summary>Loads 64 bytes of text; of a text that has fewer those, and nothing behind it.</summary>
internal static class TextBlock
{
    public const int Bytes = 64;

    // The smallest of any processor.
    private const nuint Page = 4096;

    /// <param name="text">The text.</param>
    /// <param name="start">Where the block begins.</param>
    /// <param name="rest">Stands for the bytes that the text does not have.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<byte> Load(ReadOnlySpan<byte> text, int start, byte rest) => text.Length - start >= Bytes
        ? Vector512.LoadUnsafe(ref MemoryMarshal.GetReference(text), (nuint)start)
        : LoadLast(text[start..], rest);

    /// <summary>
    /// Whether a block, and some bytes before it, lie in the page of its first byte. A page is readable as a whole or not at all, so what lies around a text in its page can be read (and is
    /// left out), as the runtime does for the ends of strings.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static unsafe bool IsReadable(byte* block, int before) => ((nuint)block % Page) is var place && place >= (nuint)before && place <= Page - Bytes;

    [MethodImpl(MethodImplOptions.NoInlining)]
    [SkipLocalsInit]
    private static unsafe Vector512<byte> LoadLast(ReadOnlySpan<byte> text, byte rest)
    {
        var filling = Vector512.Create(rest);
        fixed (byte* bytes = text)
        {
            if (Avx512BW.IsSupported)
            {
                // Does not touch the memory behind the text.
                return Avx512BW.MaskLoad(bytes, Vector512.LessThan(Vector512<byte>.Indices, Vector512.Create((byte)text.Length)), filling);
            }

            if (Vector256.IsHardwareAccelerated && !text.IsEmpty && IsReadable(bytes, 0))
            {
                return Vector512.Create(First(Vector256.Load(bytes), text.Length, rest), First(Vector256.Load(bytes + (Bytes / 2)), text.Length - (Bytes / 2), rest));
            }
        }

        Span<byte> block = stackalloc byte[Bytes];
        filling.CopyTo(block);
        text.CopyTo(block);
        return Vector512.LoadUnsafe(ref MemoryMarshal.GetReference(block));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<byte> First(Vector256<byte> bytes, int count, byte rest) =>
        Vector256.ConditionalSelect(Vector256.GreaterThan(Vector256.Create((sbyte)count), Vector256<sbyte>.Indices).AsByte(), bytes, Vector256.Create(rest));
}
