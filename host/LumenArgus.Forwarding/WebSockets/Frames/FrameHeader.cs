using System.Buffers.Binary;

namespace LumenArgus.Forwarding.WebSockets.Frames;

/// <summary>The head of a frame (RFC 6455, 5.2).</summary>
/// <param name="Fin">Whether the message ends with it.</param>
/// <param name="Reserved">RSV1 (4), RSV2 (2) and RSV3 (1): they mean what an extension says.</param>
/// <param name="Opcode">What it is; may be a reserved value.</param>
/// <param name="IsMasked">Whether the payload is masked.</param>
/// <param name="MaskKey">The four bytes of the key as they lie in memory.</param>
/// <param name="PayloadLength">Bytes of payload; negative if the highest bit of a length of eight bytes is set.</param>
/// <param name="Length">Bytes of the head itself.</param>
internal readonly record struct FrameHeader(
    bool Fin, int Reserved, FrameOpcode Opcode, bool IsMasked, uint MaskKey, long PayloadLength, int Length)
{
    public const int MaxLength = 14;

    /// <summary>RSV1: with permessage-deflate a compressed message begins.</summary>
    public const int CompressedBit = 4;

    private const int MaskKeyLength = 4;

    public bool IsControl => ((int)Opcode & 0x8) != 0;

    /// <returns>False if more bytes are needed.</returns>
    public static bool TryParse(ReadOnlySpan<byte> bytes, out FrameHeader header)
    {
        header = default;
        if (bytes.Length < 2)
        {
            return false;
        }

        var isMasked = (bytes[1] & 0x80) != 0;
        var shortLength = bytes[1] & 0x7F;
        var lengthBytes = shortLength switch { 126 => 2, 127 => 8, _ => 0 };
        var length = 2 + lengthBytes + (isMasked ? MaskKeyLength : 0);
        if (bytes.Length < length)
        {
            return false;
        }

        header = new FrameHeader(
            (bytes[0] & 0x80) != 0,
            (bytes[0] >> 4) & 0x7,
            (FrameOpcode)(bytes[0] & 0xF),
            isMasked,
            isMasked ? BitConverter.ToUInt32(bytes[(length - MaskKeyLength)..]) : 0,
            lengthBytes switch
            {
                2 => BinaryPrimitives.ReadUInt16BigEndian(bytes[2..]),
                8 => BinaryPrimitives.ReadInt64BigEndian(bytes[2..]),
                _ => shortLength,
            },
            length);
        return true;
    }
}
