using System.Buffers;
using System.IO.Compression;

namespace LumenArgus.Forwarding.Codecs;

/// <summary>Brotli (RFC 7932).</summary>
internal static class BrotliLayer
{
    public static LayerResult Decode(ReadOnlySpan<byte> source, BoundedOutput output)
    {
        using var decoder = new BrotliDecoder();
        while (true)
        {
            var room = output.GetMemory().Span;
            var status = decoder.Decompress(source, room, out var consumed, out var written);
            source = source[consumed..];
            output.Advance(written);
            switch (status)
            {
                case OperationStatus.Done:
                    return source.IsEmpty ? LayerResult.Complete : LayerResult.Corrupt;
                case OperationStatus.DestinationTooSmall when room.IsEmpty:
                    return LayerResult.TooLarge;
                case OperationStatus.DestinationTooSmall:
                    break;
                case OperationStatus.NeedMoreData:
                    return LayerResult.Cut;
                default:
                    output.AdvanceOver(room);
                    return LayerResult.Corrupt;
            }
        }
    }
}
