using LumenArgus.Abstractions.Model;

namespace LumenArgus.Scanning.Findings;

/// <summary>A hit and the bytes of the body behind it.</summary>
internal readonly record struct PlacedHit(Hit Hit, ByteSpan Span)
{
    /// <summary>Whether both share a byte. In one text that is known exactly; the bytes of the body are whole encoded units.</summary>
    public bool Overlaps(PlacedHit other) => Hit.Field == other.Hit.Field
        ? Hit.Start < other.Hit.End && other.Hit.Start < Hit.End
        : Span.Overlaps(other.Span);
}
