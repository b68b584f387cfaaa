using System.Numerics;
using System.Runtime.Intrinsics;

namespace LumenArgus.Scanning.Fields;

/// <summary>Finds where a JSON string ends, 32 bytes at a time. The byte behind a backslash is never the end, whether it makes an escape or not.</summary>
internal static class StringEnd
{
    private const int Block = 32;

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
            var block = Vector256.Create(body[position..]);
            ulong quotes = Vector256.Equals(block, Vector256.Create((byte)'"')).ExtractMostSignificantBits();
            var stops = quotes | Vector256.Equals(block, Vector256.Create((byte)'\\')).ExtractMostSignificantBits();
            position += Block;
            while (stops != 0)
            {
                var bit = BitOperations.TrailingZeroCount(stops);
                if ((quotes >> bit & 1) != 0)
                {
                    return position - Block + bit;
                }

                hasEscapes = true;
                stops &= ulong.MaxValue << (bit + 2);
                position += bit == Block - 1 ? 1 : 0;
            }
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
