using System.Buffers;
using System.Buffers.Binary;
using LumenArgus.Forwarding.Bodies;
using LumenArgus.Scanning.Decoding;
using LumenArgus.Scanning.Decoding.Declared;

namespace LumenArgus.Inspection.Inspecting;

/// <summary>Unpacks the parts of one body with the codecs of whole bodies, and counts what could not be unpacked.</summary>
internal sealed class PartUnpacker(BodyBudget budget) : IPartUnpacker
{
    private const int ChunkBytes = 16 * 1024;
    private const int MagicBytes = 3;

    // A document in an archive in an archive.
    private const int MaxDepth = 3;

    // Messages of gRPC and Connect stand behind a byte of flags and a length (connectrpc.com/docs/protocol).
    private const int EnvelopeBytes = 5;
    private const int PackedFlag = 1;
    private const int KnownFlags = 0x83;

    private static ReadOnlySpan<byte> PdfHeader => "%PDF"u8;

    /// <summary>Packed bytes that were not looked at.</summary>
    public long Missed { get; private set; }

    /// <summary>Why the first of them were not.</summary>
    public string Reason { get; private set; } = "";

    public IUnpackedPart? Unpack(ReadOnlyMemory<byte> packed, string? codings, int maxBytes)
    {
        var isUncoded = string.IsNullOrEmpty(codings);
        if (isUncoded && PackedStreams.IsContainer(packed.Span))
        {
            return UnpackContainer(packed, maxBytes);
        }

        if (isUncoded && IsPackedEnvelopes(packed.Span))
        {
            return UnpackEnvelopes(packed, maxBytes);
        }

        return isUncoded && (codings is not null || !ContentDecoder.HasMagic(packed.Span)) ? null : Decode(packed, codings, maxBytes);
    }

    private Unpacked? Decode(ReadOnlyMemory<byte> packed, string? codings, int maxBytes)
    {
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

    // All of the body is envelopes, and the content of one is compressed.
    private static bool IsPackedEnvelopes(ReadOnlySpan<byte> body)
    {
        var isPacked = false;
        while (TryReadEnvelope(body, out var flags, out var length))
        {
            isPacked |= (flags & PackedFlag) != 0;
            body = body[(EnvelopeBytes + length)..];
        }

        return isPacked && body.IsEmpty;
    }

    private static bool TryReadEnvelope(ReadOnlySpan<byte> body, out int flags, out int length)
    {
        (flags, length) = (0, 0);
        if (body.Length < EnvelopeBytes || (body[0] & ~KnownFlags) != 0)
        {
            return false;
        }

        var declared = BinaryPrimitives.ReadUInt32BigEndian(body[1..]);
        (flags, length) = (body[0], (int)declared);
        return declared <= body.Length - EnvelopeBytes;
    }

    // What is not compressed is looked at where it stands.
    private Unpacked? UnpackEnvelopes(ReadOnlyMemory<byte> packed, int maxBytes)
    {
        var content = new ArrayBufferWriter<byte>();
        for (var rest = packed; TryReadEnvelope(rest.Span, out var flags, out var length); rest = rest[(EnvelopeBytes + length)..])
        {
            var message = rest.Slice(EnvelopeBytes, length);
            if ((flags & PackedFlag) == 0 || length == 0)
            {
                continue;
            }

            if (!ContentDecoder.HasMagic(message.Span))
            {
                Miss(length, "a message is compressed in an unknown way");
                continue;
            }

            using var part = Decode(message, codings: null, Math.Max(0, maxBytes - content.WrittenCount));
            if (part is not null)
            {
                content.Write(part.Content.Span);
                content.Write("\n"u8);
            }
        }

        return content.WrittenCount > 0 ? new Unpacked(BodyLease.Own(content.WrittenSpan.ToArray())) : null;
    }

    private IUnpackedPart? UnpackContainer(ReadOnlyMemory<byte> packed, int maxBytes)
    {
        var content = new ArrayBufferWriter<byte>();
        Unpack(packed.ToArray(), content, maxBytes, depth: 0);
        return content.WrittenCount > 0 ? new Unpacked(BodyLease.Own(content.WrittenSpan.ToArray())) : null;
    }

    // All streams in a row, each on a line of its own; behind one that is a container itself its streams.
    private int Unpack(byte[] packed, ArrayBufferWriter<byte> content, int room, int depth)
    {
        if (depth == MaxDepth)
        {
            Miss(packed.Length, "archives are packed too deep in each other");
            return room;
        }

        var isEmpty = true;
        foreach (var stream in PackedStreams.Open(packed, packed.Length))
        {
            isEmpty = false;
            using var opened = stream;
            if (opened is null)
            {
                Miss(packed.Length, "an entry of an archive is encrypted or packed in an unknown way");
                continue;
            }

            var start = content.WrittenCount;
            var isWhole = TryCopy(opened, content, start + room);
            room -= Math.Min(room, content.WrittenCount - start);
            if (!isWhole)
            {
                Miss(packed.Length, "compressed content is too large");
                return 0;
            }

            var entry = content.WrittenSpan[start..];
            room = IsPacked(entry) ? Unpack(entry.ToArray(), content, room, depth + 1) : room;
            content.Write("\n"u8);
            room = Math.Max(0, room - PackedStreams.OpeningBytes);
        }

        if (IsEncryptedPdf(packed))
        {
            Miss(packed.Length, "a PDF is encrypted");
        }
        else if (isEmpty && !packed.AsSpan().StartsWith(PdfHeader))
        {
            Miss(packed.Length, "an archive has no directory");
        }

        return room;
    }

    private static bool IsPacked(ReadOnlySpan<byte> entry) => PackedStreams.IsContainer(entry) || (entry.Length > MagicBytes && PackedStreams.IsStream(entry));

    // Its streams have no mark of compression then.
    private static bool IsEncryptedPdf(ReadOnlySpan<byte> file) => file.StartsWith(PdfHeader) && file.IndexOf("/Encrypt "u8) >= 0;

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
