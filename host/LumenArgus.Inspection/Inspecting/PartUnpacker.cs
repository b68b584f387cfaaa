using LumenArgus.Forwarding.Bodies;
using LumenArgus.Scanning.Decoding.Declared;

namespace LumenArgus.Inspection.Inspecting;

/// <summary>Unpacks the parts of one body with the codecs of whole bodies, and counts what could not be unpacked.</summary>
internal sealed class PartUnpacker(BodyBudget budget) : IPartUnpacker
{
    /// <summary>Packed bytes that were not looked at.</summary>
    public long Missed { get; private set; }

    /// <summary>Why the first of them were not.</summary>
    public string Reason { get; private set; } = "";

    public IUnpackedPart? Unpack(ReadOnlyMemory<byte> packed, string? codings, int maxBytes)
    {
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
            Reason = Missed == 0 ? result.Detail : Reason;
            Missed += packed.Length;
        }

        return result.Body is { } content ? new Unpacked(content) : null;
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
