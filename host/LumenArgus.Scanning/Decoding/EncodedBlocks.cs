using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using LumenArgus.Scanning.Vectors;

namespace LumenArgus.Scanning.Decoding;

/// <summary>Without vectors.</summary>
internal struct EncodedBlocks : IEncodedBlocks
{
    private byte _context;
    private byte _first;

    public EncodedBits Next(ref byte block, byte wanted)
    {
        var bits = default(EncodedBits);
        var bytes = MemoryMarshal.CreateReadOnlySpan(ref block, TextBlock.Bytes);
        for (var i = 0; i < bytes.Length; i++)
        {
            var pair = EncodedPairs.LookUp(EncodedPairs.Seconds, bytes[i]) & _first & wanted;
            _first = (byte)(EncodedPairs.LookUp(EncodedPairs.Firsts, bytes[i]) & (_context | EncodedPairs.WithoutContext));
            _context = EncodedPairs.LookUp(EncodedPairs.Contexts, bytes[i]);
            var classes = EncodedPairs.LookUp(EncodedPairs.Classes, bytes[i]);
            Set(ref bits.Base64, classes & EncodedPairs.Base64Character, i);
            Set(ref bits.Hex, classes & EncodedPairs.HexDigit, i);
            Set(ref bits.Delimiter, classes & EncodedPairs.HexDelimiter, i);
            Set(ref bits.HexPrefix, pair & EncodedPairs.HexPrefix, i);
            Set(ref bits.Pairs, pair & ~EncodedPairs.HexPrefix, i);
            bits.HasNonAscii |= bytes[i] > 0x7F;
        }

        return bits;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Set(ref ulong mask, int bits, int index) => mask |= bits != 0 ? 1UL << index : 0;
}
