namespace LumenArgus.Scanning.Rules.Patterns;

/// <summary>Lengths and first bytes of what a pattern matches.</summary>
internal static class PatternFacts
{
    /// <summary>Stands for "no bound" in lengths.</summary>
    public const int Unbounded = int.MaxValue;

    /// <summary>The parts of a pattern that follow each other.</summary>
    public static IEnumerable<PatternNode> Flatten(PatternNode node) => node switch
    {
        PatternNode.Sequence sequence => sequence.Items.SelectMany(Flatten),
        PatternNode.Capture capture => Flatten(capture.Item),
        _ => [node],
    };

    public static LengthRange Length(PatternNode node)
    {
        switch (node)
        {
            case PatternNode.Literal literal:
                return new LengthRange(literal.Bytes.Length, literal.Bytes.Length);
            case PatternNode.Class:
                return new LengthRange(1, 1);
            case PatternNode.Capture capture:
                return Length(capture.Item);
            case PatternNode.Repeat repeat:
                return Length(repeat.Item).Times(repeat.Min, repeat.Max);
            case PatternNode.Sequence sequence:
                return sequence.Items.Aggregate(LengthRange.Zero, (sum, item) => sum.Plus(Length(item)));
            case PatternNode.Alternation alternation:
                return alternation.Branches.Select(Length).Aggregate((a, b) => a.Union(b));
            default:
                return LengthRange.Zero;
        }
    }

    /// <summary>The bytes a match can begin with. Complete only where the node cannot match the empty text.</summary>
    public static ByteSet First(PatternNode node)
    {
        switch (node)
        {
            case PatternNode.Literal { IgnoreCase: true } literal:
                return ByteSet.Of(literal.Bytes[0]).IgnoreCase();
            case PatternNode.Literal literal:
                return ByteSet.Of(literal.Bytes[0]);
            case PatternNode.Class set:
                return set.Set;
            case PatternNode.Capture capture:
                return First(capture.Item);
            case PatternNode.Repeat repeat:
                return First(repeat.Item);
            case PatternNode.Sequence sequence:
                var first = ByteSet.Empty;
                foreach (var item in sequence.Items)
                {
                    first |= First(item);
                    if (Length(item).Min > 0)
                    {
                        break;
                    }
                }

                return first;
            case PatternNode.Alternation alternation:
                return alternation.Branches.Aggregate(ByteSet.Empty, (set, branch) => set | First(branch));
            default:
                return ByteSet.Empty;
        }
    }

    /// <summary>Whether an assertion is the first thing that each match has to pass.</summary>
    public static bool BeginsWithBoundary(PatternNode node) => node switch
    {
        PatternNode.Assertion assertion => assertion.Kind == AssertionKind.WordBoundary,
        PatternNode.Capture capture => BeginsWithBoundary(capture.Item),
        PatternNode.Sequence { Items.Length: > 0 } sequence => BeginsWithBoundary(sequence.Items[0]),
        PatternNode.Alternation alternation => alternation.Branches.All(BeginsWithBoundary),
        _ => false,
    };

    /// <summary>A node that matches one byte of a set, or null.</summary>
    public static ByteSet? SingleByte(PatternNode node) => node switch
    {
        PatternNode.Class set => set.Set,
        PatternNode.Literal { Bytes.Length: 1 } => First(node),
        _ => null,
    };
}
