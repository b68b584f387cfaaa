using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace LumenArgus.Scanning.Fields;

/// <summary>Finds where a JSON string ends, 64 bytes at a time. The byte behind a backslash is never the end, whether it makes an escape or not.</summary>
internal static class StringEnd
{
    private const int Block = 64;

    /// <summary>Finds the closing quote.</summary>
    /// <param name="body">The body.</param>
    /// <param name="start">First byte of the string, behind its quote.</param>
    /// <param name="hasEscapes">Whether there is a backslash in it.</param>
    /// <returns>The offset of the closing quote, or -1 if there is none.</returns>
    public static int Find(ReadOnlySpan<byte> body, int start, out bool hasEscapes)
    {
        hasEscapes = false;
        var position = start;
        while (body.Length - position >= Block)
        {
            var block = Vector512.LoadUnsafe(ref MemoryMarshal.GetReference(body), (nuint)position);
            var quotes = Vector512.Equals(block, Vector512.Create((byte)'"')).ExtractMostSignificantBits();
            var backslashes = Vector512.Equals(block, Vector512.Create((byte)'\\')).ExtractMostSignificantBits();
            var escapers = EscapeBits.Of(backslashes);
            var ends = quotes & ~(escapers << 1);
            if (ends != 0)
            {
                // The bits below the first end.
                hasEscapes |= (backslashes & ~ends & (ends - 1)) != 0;
                return position + BitOperations.TrailingZeroCount(ends);
            }

            hasEscapes |= backslashes != 0;
            position += Block + (int)(escapers >> (Block - 1));
        }

        while (position < body.Length)
        {
            if (body[position] == '"')
            {
                return position;
            }

            hasEscapes |= body[position] == '\\';
            position += body[position] == '\\' ? 2 : 1;
        }

        return -1;
    }
}
