using LumenArgus.Scanning.Rules.Patterns;

namespace LumenArgus.Scanning.Rules.Marks;

/// <summary>Says where every match of a pattern has <see cref="TextMark.Digits"/>.</summary>
internal static class PatternDigits
{
    private const int Fewest = 4;
    private const int Among = 8;

    /// <summary>The most bytes of a match before the first of the digits; null if some matches may have none.</summary>
    public static long? Find(PatternNode root)
    {
        PatternNode[] items = [.. PatternFacts.Flatten(root).SelectMany(FirstOf)];
        var before = 0L;
        for (var i = 0; i < items.Length; i++)
        {
            if (HasEnough(items.AsSpan(i)))
            {
                // Of the first repetition the last bytes count alone.
                return before + PatternFacts.Length(items[i]).Max - LengthAtStart(items[i]);
            }

            if (items[i] is PatternNode.Alternation alternation)
            {
                var inside = alternation.Branches.Select(Find).ToArray();
                if (Array.TrueForAll(inside, found => found is not null))
                {
                    return before + inside.Max();
                }
            }

            before += PatternFacts.Length(items[i]).Max;
        }

        return null;
    }

    private static bool HasEnough(ReadOnlySpan<PatternNode> items)
    {
        var (digits, length) = (DigitsOf(items[0]), LengthAtStart(items[0]));
        if (digits >= Fewest)
        {
            return length <= Among;
        }

        foreach (var item in items[1..])
        {
            var least = DigitsOf(item);
            length += PatternFacts.Length(item).Max;
            digits += least;

            // Of a later repetition the first bytes count alone.
            if (item is PatternNode.Repeat && least > 0 && digits >= Fewest && length - PatternFacts.Length(item).Max + least - (digits - Fewest) <= Among)
            {
                return true;
            }

            if (length > Among)
            {
                return false;
            }

            if (digits >= Fewest)
            {
                return true;
            }
        }

        return false;
    }

    // The first time of what is repeated, and then the others.
    private static IEnumerable<PatternNode> FirstOf(PatternNode node) => node is PatternNode.Repeat { Min: > 0, Item: not PatternNode.Class } repeat
        ? [.. PatternFacts.Flatten(repeat.Item), .. repeat.Max > 1 ? [node] : Array.Empty<PatternNode>()]
        : [node];

    private static long LengthAtStart(PatternNode node) => DigitsOf(node) is > 0 and var least ? least : PatternFacts.Length(node).Max;

    // The fewest digits that stand together, if it is nothing but digits.
    private static int DigitsOf(PatternNode node) => node switch
    {
        PatternNode.Class set => (set.Set & ~ByteSet.Digits).IsEmpty ? 1 : 0,
        PatternNode.Literal literal => Array.TrueForAll(literal.Bytes, value => ByteSet.Digits.Contains(value)) ? literal.Bytes.Length : 0,
        PatternNode.Repeat repeat => DigitsOf(repeat.Item) is > 0 and var each ? each * Math.Min(repeat.Min, Among) : 0,
        PatternNode.Alternation alternation => alternation.Branches.Min(DigitsOf),
        _ => 0,
    };
}
