namespace LumenArgus.Scanning.Rules.Patterns;

/// <summary>
/// Where the first digit of a match stands. <c>Without</c>: lengths of the matches that hold no digit (null: there are none).
/// <c>At</c>: offsets of the first digit in those that do.
/// </summary>
internal readonly record struct DigitOffset(LengthRange? Without, LengthRange? At)
{
    public static DigitOffset Of(PatternNode node)
    {
        switch (node)
        {
            case PatternNode.Literal literal:
                var index = literal.Bytes.AsSpan().IndexOfAnyInRange((byte)'0', (byte)'9');
                return index < 0 ? new(PatternFacts.Length(literal), null) : new(null, new LengthRange(index, index));
            case PatternNode.Class set:
                return new(
                    (set.Set & ~ByteSet.Digits).IsEmpty ? null : new LengthRange(1, 1),
                    set.Set.Overlaps(ByteSet.Digits) ? LengthRange.Zero : null);
            case PatternNode.Capture capture:
                return Of(capture.Item);
            case PatternNode.Repeat repeat:
                return Of(repeat.Item).Times(repeat.Min, repeat.Max);
            case PatternNode.Sequence sequence:
                return sequence.Items.Aggregate(new DigitOffset(LengthRange.Zero, null), (sum, item) => sum.Then(Of(item)));
            case PatternNode.Alternation alternation:
                return alternation.Branches.Select(Of).Aggregate((a, b) => new(Union(a.Without, b.Without), Union(a.At, b.At)));
            default:
                return new(LengthRange.Zero, null);
        }
    }

    private DigitOffset Then(DigitOffset next) => new(
        Without is { } a && next.Without is { } b ? a.Plus(b) : null,
        Union(At, Without is { } before && next.At is { } at ? before.Plus(at) : null));

    private DigitOffset Times(int min, int max)
    {
        var without = Without is { } w ? w.Times(min, max) : min == 0 ? LengthRange.Zero : (LengthRange?)null;
        without = min == 0 && without is { } some ? some.Union(LengthRange.Zero) : without;
        var skipped = Without?.Times(0, max == PatternFacts.Unbounded ? max : max - 1) ?? LengthRange.Zero;
        return new(without, At is { } at ? new LengthRange(at.Min, skipped.Plus(at).Max) : null);
    }

    private static LengthRange? Union(LengthRange? a, LengthRange? b) => a is { } x && b is { } y ? x.Union(y) : a ?? b;
}
