namespace LumenArgus.Scanning.Rules.Patterns;

/// <summary>Whether the first digit of each match begins a run of digits: something that is no digit, or a boundary, always stands directly before it.</summary>
internal sealed class FirstDigit
{
    private bool _canBeInsideRun;

    private FirstDigit()
    {
    }

    /// <summary>What was read of a match before its first digit.</summary>
    [Flags]
    private enum Before
    {
        None = 0,
        Nothing = 1,
        Boundary = 2,
        OtherByte = 4,
    }

    public static bool BeginsRun(PatternNode root)
    {
        var walk = new FirstDigit();
        walk.Walk(root, Before.Nothing);
        return !walk._canBeInsideRun;
    }

    // Returns what can have been read behind the node, of the ways through it that hold no digit.
    private Before Walk(PatternNode node, Before before)
    {
        switch (node)
        {
            case PatternNode.Literal literal:
                return literal.Bytes.Aggregate(before, (state, b) => Take(ByteSet.Of(b), state));
            case PatternNode.Class set:
                return Take(set.Set, before);
            case PatternNode.Capture capture:
                return Walk(capture.Item, before);
            case PatternNode.Sequence sequence:
                return sequence.Items.Aggregate(before, (state, item) => Walk(item, state));
            case PatternNode.Alternation alternation:
                return alternation.Branches.Aggregate(Before.None, (state, branch) => state | Walk(branch, before));
            case PatternNode.Repeat repeat:
                var once = Walk(repeat.Item, before);
                var again = repeat.Max > 1 ? once | Walk(repeat.Item, once) : once;
                return repeat.Min == 0 ? before | again : again;
            case PatternNode.Assertion { Kind: AssertionKind.WordBoundary or AssertionKind.LineStart }:
                return (before & ~Before.Nothing) | (before.HasFlag(Before.Nothing) ? Before.Boundary : Before.None);
            default:
                return before;
        }
    }

    private Before Take(ByteSet set, Before before)
    {
        _canBeInsideRun |= set.Overlaps(ByteSet.Digits) && before.HasFlag(Before.Nothing);
        return before == Before.None || (set & ~ByteSet.Digits).IsEmpty ? Before.None : Before.OtherByte;
    }
}
