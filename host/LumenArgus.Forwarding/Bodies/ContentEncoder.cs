using System.IO.Compression;
using LumenArgus.Forwarding.Codecs;

namespace LumenArgus.Forwarding.Bodies;

/// <summary>Applies content codings to an edited body, so that its headers stay true.</summary>
public static class ContentEncoder
{
    /// <param name="codings">In the order of application, as <see cref="DecodedBody.Codings"/> gives them.</param>
    /// <returns>Null if one of them cannot be applied here.</returns>
    public static byte[]? Encode(ReadOnlyMemory<byte> body, IReadOnlyList<string> codings) => Encode(body, codings, ZstdLibrary.System);

    internal static byte[]? Encode(ReadOnlyMemory<byte> body, IReadOnlyList<string> codings, ZstdLibrary? zstd)
    {
        ArgumentNullException.ThrowIfNull(codings);
        byte[]? encoded = null;
        foreach (var token in ContentCodings.Parse(codings))
        {
            encoded = Apply(encoded ?? body, ContentCodings.FromToken(token), zstd);
            if (encoded is null)
            {
                return null;
            }
        }

        return encoded ?? body.ToArray();
    }

    private static byte[]? Apply(ReadOnlyMemory<byte> body, ContentCoding coding, ZstdLibrary? zstd) => coding switch
    {
        ContentCoding.Gzip => ApplyStream(body, static target => new GZipStream(target, CompressionLevel.Fastest, leaveOpen: true)),
        ContentCoding.Deflate => ApplyStream(body, static target => new ZLibStream(target, CompressionLevel.Fastest, leaveOpen: true)),
        ContentCoding.Brotli => ApplyStream(body, static target => new BrotliStream(target, CompressionLevel.Fastest, leaveOpen: true)),
        ContentCoding.Zstd => zstd?.Encode(body.Span),
        _ => null,
    };

    private static byte[] ApplyStream(ReadOnlyMemory<byte> body, Func<Stream, Stream> open)
    {
        using var target = new MemoryStream();
        using (var encoder = open(target))
        {
            encoder.Write(body.Span);
        }

        return target.ToArray();
    }
}
