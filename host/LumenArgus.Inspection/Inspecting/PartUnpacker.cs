using System.Buffers;
using LumenArgus.Forwarding.Bodies;
using LumenArgus.Scanning.Decoding;
using LumenArgus.Scanning.Decoding.Declared;

namespace LumenArgus.Inspection.Inspecting;

/// <summary>Unpacks the parts of one body with the codecs of whole bodies, and counts what could not be unpacked.</summary>
internal sealed class PartUnpacker(BodyBudget budget) : IPartUnpacker
{
    private const int ChunkBytes = 16 * 1024;

    /// <summary>Packed bytes that were not looked at.</summary>
    public long Missed { get; private set; }

    /// <summary>Why the first of them were not.</summary>
    public string Reason { get; private set; } = "";

    public IUnpackedPart? Unpack(ReadOnlyMemory<byte> packed, string? codings, int maxBytes)
    {
        if (codings is null && PackedStreams.IsContainer(packed.Span))
        {
            return UnpackContainer(packed, maxBytes);
        }

        if (codings is null && !ContentDecoder.HasMagic(packed.Span))
        {
            return null;
        }

        var source = BodyLease.Own(packed.ToArray());
        var result = ContentDecoder.Decode(source, codings is null ? [] : [codings], new DecodeLimits(maxBytes), budget);
        source.MarkSensitive();
        source.Release();
        if (result.Status is not (DecodeStatus.Identity or DecodeStatus.Decoded))
        {
            Miss(packed.Length, result.Detail);
        }

        return result.Body is { } content ? new Unpacked(content) : null;
    }

    // All streams in a row, each on a line of its own.
    private IUnpackedPart? UnpackContainer(ReadOnlyMemory<byte> packed, int maxBytes)
    {
        var content = new ArrayBufferWriter<byte>();
        var room = maxBytes;
        foreach (var stream in PackedStreams.Open(packed.ToArray(), packed.Length))
        {
            using var opened = stream;
            if (opened is null)
            {
                Miss(packed.Length, "an entry of an archive is encrypted or packed in an unknown way");
                continue;
            }

            if (!TryCopy(opened, content, room))
            {
                Miss(packed.Length, "compressed content is too large");
                break;
            }

            content.Write("\n"u8);
            room -= PackedStreams.OpeningBytes;
        }

        return content.WrittenCount > 0 ? new Unpacked(BodyLease.Own(content.WrittenSpan.ToArray())) : null;
    }

    private void Miss(long bytes, string reason)
    {
        Reason = Missed == 0 ? reason : Reason;
        Missed += bytes;
    }

    private static bool TryCopy(Stream stream, ArrayBufferWriter<byte> content, int maxBytes)
    {
        try
        {
            while (content.WrittenCount < maxBytes)
            {
                var read = stream.Read(content.GetSpan(ChunkBytes)[..Math.Min(ChunkBytes, maxBytes - content.WrittenCount)]);
                content.Advance(read);
                if (read == 0)
                {
                    return true;
                }
            }

            return false;
        }
        catch (Exception broken) when (broken is InvalidDataException or IOException)
        {
            // What came before the damage counts; another stream may be whole.
            return true;
        }
    }

    private sealed class Unpacked(BodyLease lease) : IUnpackedPart
    {
        public ReadOnlyMemory<byte> Content => lease.Memory;

        public void Dispose()
        {
            // It is not known yet what is in it.
            lease.MarkSensitive();
            lease.Release();
        }
    }
}
