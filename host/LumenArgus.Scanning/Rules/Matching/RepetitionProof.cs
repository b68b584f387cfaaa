using LumenArgus.Scanning.Rules.Patterns;

namespace LumenArgus.Scanning.Rules.Matching;

/// <summary>
/// Whether the backtracking of an interpreted Regex stays harmless: no long repetition inside another, and no two long repetitions in a row (with
/// nothing between that must be there) that share a byte.
/// </summary>
internal static class RepetitionProof
{
    private const int Long = 32;

    public static bool IsUnambiguous(PatternNode node) => IsUnambiguous(node, insideLong: false) && !HasAdjacentOverlap(node);

    private static bool IsUnambiguous(PatternNode node, bool insideLong) => node switch
    {
        PatternNode.Repeat repeat => !(insideLong && repeat.Max != repeat.Min) && IsUnambiguous(repeat.Item, insideLong || repeat.Max > Long),
        PatternNode.Capture capture => IsUnambiguous(capture.Item, insideLong),
        PatternNode.Sequence sequence => sequence.Items.All(i => IsUnambiguous(i, insideLong)),
        PatternNode.Alternation alternation => !insideLong && alternation.Branches.All(b => IsUnambiguous(b, insideLong)),
        _ => true,
    };

    private static bool HasAdjacentOverlap(PatternNode node)
    {
        // All bytes of the long repetitions of the pattern, in order; two that overlap anywhere are taken as adjacent. Coarse, and safe.
        var sets = new List<ByteSet>();
        Collect(node, sets);
        for (var i = 0; i < sets.Count; i++)
        {
            for (var j = i + 1; j < sets.Count; j++)
            {
                if (sets[i].Overlaps(sets[j]))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static void Collect(PatternNode node, List<ByteSet> sets)
    {
        switch (node)
        {
            case PatternNode.Repeat repeat when repeat.Max > Long:
                sets.Add(AllBytes(repeat.Item));
                break;
            case PatternNode.Repeat repeat:
                Collect(repeat.Item, sets);
                break;
            case PatternNode.Capture capture:
                Collect(capture.Item, sets);
                break;
            case PatternNode.Sequence sequence:
                foreach (var item in sequence.Items)
                {
                    Collect(item, sets);
                }

                break;
            case PatternNode.Alternation alternation:
                foreach (var branch in alternation.Branches)
                {
                    Collect(branch, sets);
                }

                break;
        }
    }

    private static ByteSet AllBytes(PatternNode node) => node switch
    {
        PatternNode.Literal literal => literal.Bytes.Aggregate(ByteSet.Empty, (set, b) => set | ByteSet.Of(b)) is var bytes && literal.IgnoreCase
            ? bytes.IgnoreCase()
            : bytes,
        PatternNode.Class set => set.Set,
        PatternNode.Capture capture => AllBytes(capture.Item),
        PatternNode.Repeat repeat => AllBytes(repeat.Item),
        PatternNode.Sequence sequence => sequence.Items.Aggregate(ByteSet.Empty, (set, i) => set | AllBytes(i)),
        PatternNode.Alternation alternation => alternation.Branches.Aggregate(ByteSet.Empty, (set, b) => set | AllBytes(b)),
        _ => ByteSet.Empty,
    };
}
