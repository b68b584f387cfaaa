using System.Collections.Immutable;
using LumenArgus.Scanning.Rules.Marks;

namespace LumenArgus.Scanning.Rules;

/// <summary>What makes a place a candidate, and where a match can then begin.</summary>
/// <param name="Kind">What is looked for.</param>
/// <param name="Keywords">The literals, lower case, one char per byte.</param>
/// <param name="Before">The most bytes from the start of a match to the anchor's last byte (keywords) or first digit.</param>
/// <param name="After">The most bytes from the anchor's last byte to the start of a match; negative where the match begins before it.</param>
internal sealed record RuleAnchor(AnchorKind Kind, ImmutableArray<string> Keywords, int Before, int After)
{
    /// <summary>Whether the first digit is known to begin a run of digits; else every digit is a candidate.</summary>
    public bool RunStartOnly { get; init; }

    /// <summary>Whether the start is found by going back over the pattern's first repetition, which ends where the keyword begins.</summary>
    public bool StartsBehindRun { get; init; }

    /// <summary>For keywords outside the match: the most bytes between keyword and match; else 0.</summary>
    public int Distance { get; init; }

    /// <summary>What every match has near the keyword.</summary>
    public TextMark Mark { get; init; }
}
