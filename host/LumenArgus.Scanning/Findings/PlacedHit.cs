using LumenArgus.Abstractions.Model;

namespace LumenArgus.Scanning.Findings;

/// <summary>A hit and the bytes of the body behind it.</summary>
/// <param name="Hit">The hit.</param>
/// <param name="Span">The bytes; of what was compressed the whole run.</param>
/// <param name="IsCompressed">Whether it was.</param>
/// <param name="Number">When it was found: the order of hits on the same bytes.</param>
internal readonly record struct PlacedHit(Hit Hit, ByteSpan Span, bool IsCompressed, int Number)
{
    /// <summary>Whether both share a byte. In one text that is known exactly; the bytes of the body are whole encoded units.</summary>
    public bool Overlaps(PlacedHit other) => Hit.Field == other.Hit.Field
        ? Hit.Start < other.Hit.End && other.Hit.Start < Hit.End
        : Span.Overlaps(other.Span) && !(IsCompressed && other.IsCompressed);

    /// <summary>Whether all of another hit is in this one.</summary>
    public bool Contains(PlacedHit other) => Hit.Field == other.Hit.Field
        ? Hit.Start <= other.Hit.Start && Hit.End >= other.Hit.End
        : Span.Start <= other.Span.Start && Span.End >= other.Span.End;
}
