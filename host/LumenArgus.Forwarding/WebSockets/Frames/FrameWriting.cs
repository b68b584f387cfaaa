using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace LumenArgus.Forwarding.WebSockets.Frames;

/// <summary>Makes the few frames that are ours: close frames, and messages that were edited.</summary>
internal static class FrameWriting
{
    /// <summary>RFC 6455, 5.5: 125 bytes of a control frame less the code.</summary>
    private const int MaxReasonBytes = 123;

    /// <param name="mask">Whether it goes to a server.</param>
    public static byte[] Close(int code, string reason, bool mask)
    {
        var text = Encoding.UTF8.GetBytes(reason);
        var length = text.Length;
        if (length > MaxReasonBytes)
        {
            // Not inside a character: the reason has to be valid UTF-8.
            length = MaxReasonBytes;
            while ((text[length] & 0xC0) == 0x80)
            {
                length--;
            }
        }

        var payload = new byte[2 + length];
        BinaryPrimitives.WriteUInt16BigEndian(payload, (ushort)code);
        text.AsSpan(0, length).CopyTo(payload.AsSpan(2));
        return Whole(FrameOpcode.Close, payload, mask);
    }

    /// <summary>A message in one frame, not compressed.</summary>
    /// <param name="mask">Whether it goes to a server; the key is drawn anew each time (RFC 6455, 5.3).</param>
    public static byte[] Whole(FrameOpcode opcode, ReadOnlySpan<byte> payload, bool mask)
    {
        var lengthBytes = payload.Length switch { <= 125 => 0, <= ushort.MaxValue => 2, _ => 8 };
        var headerLength = 2 + lengthBytes + (mask ? sizeof(uint) : 0);
        var frame = new byte[headerLength + payload.Length];
        frame[0] = (byte)(0x80 | (int)opcode);
        frame[1] = (byte)((mask ? 0x80 : 0) | lengthBytes switch { 0 => payload.Length, 2 => 126, _ => 127 });
        if (lengthBytes == 2)
        {
            BinaryPrimitives.WriteUInt16BigEndian(frame.AsSpan(2), (ushort)payload.Length);
        }
        else if (lengthBytes == 8)
        {
            BinaryPrimitives.WriteInt64BigEndian(frame.AsSpan(2), payload.Length);
        }

        payload.CopyTo(frame.AsSpan(headerLength));
        if (mask)
        {
            var key = frame.AsSpan(headerLength - sizeof(uint), sizeof(uint));
            RandomNumberGenerator.Fill(key);
            FrameMask.Apply(frame.AsSpan(headerLength), BitConverter.ToUInt32(key), offset: 0);
        }

        return frame;
    }
}
