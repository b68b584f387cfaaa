using System.IO.Compression;
using LumenArgus.Forwarding.Bodies;

namespace LumenArgus.Forwarding.Codecs;

/// <summary>gzip and deflate through the runtime's zlib.</summary>
internal static class DeflateLayer
{
    public static LayerResult DecodeGzip(byte[] array, int length, BoundedOutput output) =>
        Decode(new GZipStream(new MemoryStream(array, 0, length, writable: false), CompressionMode.Decompress), output);

    /// <summary>RFC 9110, 8.4.1.2: "deflate" is the zlib format, but some senders leave out its header and checksum.</summary>
    public static LayerResult DecodeDeflate(byte[] array, int length, BoundedOutput output)
    {
        var source = new MemoryStream(array, 0, length, writable: false);
        return HasZlibHeader(array.AsSpan(0, length))
            ? Decode(new ZLibStream(source, CompressionMode.Decompress), output)
            : Decode(new DeflateStream(source, CompressionMode.Decompress), output);
    }

    // RFC 1950, 2.2: method 8, and the first two bytes are a multiple of 31.
    private static bool HasZlibHeader(ReadOnlySpan<byte> body) => body.Length >= 2 && (body[0] & 0x0F) == 8 && (body[0] * 256 + body[1]) % 31 == 0;

    private static LayerResult Decode(Stream decoder, BoundedOutput output)
    {
        using (decoder)
        {
            try
            {
                while (true)
                {
                    var room = output.GetMemory().Span;
                    if (room.IsEmpty)
                    {
                        return decoder.ReadByte() < 0 ? LayerResult.Complete : LayerResult.TooLarge;
                    }

                    var read = decoder.Read(room);
                    if (read == 0)
                    {
                        return LayerResult.Complete;
                    }

                    output.Advance(read);
                }
            }
            catch (Exception exception) when (exception is InvalidDataException or IOException)
            {
                return LayerResult.Corrupt;
            }
        }
    }
}
