using System.Numerics;
using System.Runtime.InteropServices;

namespace LumenArgus.Forwarding.WebSockets.Frames;

/// <summary>Masks and unmasks (RFC 6455, 5.3): both are the same exclusive or.</summary>
internal static class FrameMask
{
    /// <param name="offset">Where the bytes stand in the payload of their frame.</param>
    public static void Apply(Span<byte> bytes, uint key, long offset)
    {
        // The key as it lies in memory, turned so that it begins where the bytes begin.
        var turn = (int)(offset & 3) * 8;
        var turned = BitConverter.IsLittleEndian ? BitOperations.RotateRight(key, turn) : BitOperations.RotateLeft(key, turn);
        var wide = turned | ((ulong)turned << 32);
        var words = MemoryMarshal.Cast<byte, ulong>(bytes);
        for (var i = 0; i < words.Length; i++)
        {
            words[i] ^= wide;
        }

        Span<byte> keyBytes = stackalloc byte[sizeof(uint)];
        MemoryMarshal.Write(keyBytes, turned);
        var rest = bytes[(words.Length * sizeof(ulong))..];
        for (var i = 0; i < rest.Length; i++)
        {
            rest[i] ^= keyBytes[i & 3];
        }
    }
}
