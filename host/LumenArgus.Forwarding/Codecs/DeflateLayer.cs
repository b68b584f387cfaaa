using System.IO.Compression;

namespace LumenArgus.Forwarding.Codecs;

/// <summary>gzip and deflate through the runtime's zlib. Needs its strict validation, which <c>Directory.Build.props</c> sets for every process.</summary>
internal static class DeflateLayer
{
    public static LayerResult DecodeGzip(byte[] array, int length, BoundedOutput output) =>
        Decode(array, length, static source => new GZipStream(source, CompressionMode.Decompress), output);

    /// <summary>RFC 9110, 8.4.1.2: "deflate" is the zlib format, but some senders leave out its header and checksum.</summary>
    public static LayerResult DecodeDeflate(byte[] array, int length, BoundedOutput output) => HasZlibHeader(array.AsSpan(0, length))
        ? Decode(array, length, static source => new ZLibStream(source, CompressionMode.Decompress), output)
        : Decode(array, length, static source => new DeflateStream(source, CompressionMode.Decompress), output);

    // RFC 1950, 2.2: method 8, and the first two bytes are a multiple of 31.
    private static bool HasZlibHeader(ReadOnlySpan<byte> body) => body.Length >= 2 && (body[0] & 0x0F) == 8 && (body[0] * 256 + body[1]) % 31 == 0;

    private static LayerResult Decode(byte[] array, int length, Func<Stream, Stream> open, BoundedOutput output)
    {
        using var source = new TailWatchStream(array, length);
        using var decoder = open(source);
        while (true)
        {
            var room = output.GetMemory().Span;
            try
            {
                if (room.IsEmpty)
                {
                    return decoder.ReadByte() >= 0 ? LayerResult.TooLarge : End(source);
                }

                var read = decoder.Read(room);
                if (read == 0)
                {
                    return End(source);
                }

                output.Advance(read);
            }
            catch (Exception exception) when (exception is InvalidDataException or IOException)
            {
                output.AdvanceOver(room);
                return source.IsExhausted ? LayerResult.Cut : LayerResult.Corrupt;
            }
        }
    }

    private static LayerResult End(TailWatchStream source) => source.WasReadToTheEnd ? LayerResult.Complete : LayerResult.Corrupt;
}
