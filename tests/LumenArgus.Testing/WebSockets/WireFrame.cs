using System.Buffers.Binary;
using System.Text;

namespace LumenArgus.Testing.WebSockets;

/// <summary>One frame as bytes, written and read without any code of the product (RFC 6455, 5.2).</summary>
public sealed record WireFrame(int Opcode, byte[] Payload)
{
    public const int Continuation = 0;
    public const int Text = 1;
    public const int Binary = 2;
    public const int Close = 8;
    public const int Ping = 9;
    public const int Pong = 10;

    public bool Fin { get; init; } = true;

    /// <summary>RSV1 is 4, RSV2 is 2, RSV3 is 1.</summary>
    public int Reserved { get; init; }

    /// <summary>Four bytes; null is not masked.</summary>
    public byte[]? Mask { get; init; }

    public string PayloadText => Encoding.UTF8.GetString(Payload);

    public int CloseCode => BinaryPrimitives.ReadUInt16BigEndian(Payload);

    public string CloseReason => Encoding.UTF8.GetString(Payload.AsSpan(2));

    public static WireFrame OfText(string text, byte[]? mask = null) => new(Text, Encoding.UTF8.GetBytes(text)) { Mask = mask };

    public static WireFrame OfClose(int code, string reason, byte[]? mask = null)
    {
        var payload = new byte[2 + Encoding.UTF8.GetByteCount(reason)];
        BinaryPrimitives.WriteUInt16BigEndian(payload, (ushort)code);
        Encoding.UTF8.GetBytes(reason, payload.AsSpan(2));
        return new WireFrame(Close, payload) { Mask = mask };
    }

    public byte[] ToBytes()
    {
        using var bytes = new MemoryStream();
        bytes.WriteByte((byte)((Fin ? 0x80 : 0) | (Reserved << 4) | Opcode));
        var masked = Mask is null ? 0 : 0x80;
        switch (Payload.Length)
        {
            case <= 125:
                bytes.WriteByte((byte)(masked | Payload.Length));
                break;
            case <= ushort.MaxValue:
                bytes.WriteByte((byte)(masked | 126));
                bytes.Write([(byte)(Payload.Length >> 8), (byte)Payload.Length]);
                break;
            default:
                bytes.WriteByte((byte)(masked | 127));
                var length = new byte[8];
                BinaryPrimitives.WriteInt64BigEndian(length, Payload.Length);
                bytes.Write(length);
                break;
        }

        bytes.Write(Mask ?? []);
        bytes.Write([.. Payload.Select((value, i) => Mask is null ? value : (byte)(value ^ Mask[i & 3]))]);
        return bytes.ToArray();
    }

    /// <summary>Reads one frame.</summary>
    /// <param name="read">Gives exactly so many bytes.</param>
    public static async Task<(WireFrame Frame, byte[] Bytes)> ReadAsync(Func<int, Task<byte[]>> read)
    {
        var head = await read(2);
        var extended = await read((head[1] & 0x7F) switch { 126 => 2, 127 => 8, _ => 0 });
        var length = extended.Length switch
        {
            2 => BinaryPrimitives.ReadUInt16BigEndian(extended),
            8 => (int)BinaryPrimitives.ReadInt64BigEndian(extended),
            _ => head[1] & 0x7F,
        };
        var mask = (head[1] & 0x80) != 0 ? await read(4) : null;
        var wire = await read(length);
        var frame = new WireFrame(head[0] & 0xF, mask is null ? wire : [.. wire.Select((value, i) => (byte)(value ^ mask[i & 3]))])
        {
            Fin = (head[0] & 0x80) != 0,
            Reserved = (head[0] >> 4) & 7,
            Mask = mask,
        };
        return (frame, [.. head, .. extended, .. mask ?? [], .. wire]);
    }
}
