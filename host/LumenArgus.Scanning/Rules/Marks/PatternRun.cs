using LumenArgus.Scanning.Rules.Patterns;

namespace LumenArgus.Scanning.Rules.Marks;

/// <summary>
/// A stretch that every match of a pattern has: so many bytes of one set without a gap. Conservative: what it does not understand has none.
/// </summary>
/// <param name="Before">The most bytes of a match before the stretch.</param>
/// <param name="Sets">What each of its bytes can be, as far as its least length goes.</param>
internal sealed record PatternRun(long Before, IReadOnlyList<ByteSet> Sets)
{
    // Longer ones say no more.
    private const int Longest = 64;

    /// <summary>Finds all stretches of at least so many bytes, the first one first.</summary>
    public static IEnumerable<PatternRun> Find(PatternNode root, ByteSet allowed, int length)
    {
        var before = 0L;
        var start = 0L;
        var sets = new List<ByteSet>();
        foreach (var item in PatternFacts.Flatten(root))
        {
            var isPart = TryAppend(item, allowed, sets);
            if (!isPart && sets.Count >= length)
            {
                yield return new PatternRun(start, sets);
            }

            if (!isPart && InEachBranch(item, allowed, length) is { } inside)
            {
                yield return inside with { Before = before + inside.Before };
            }

            before += PatternFacts.Length(item).Max;
            (start, sets) = isPart ? (start, sets) : (before, []);
        }

        if (sets.Count >= length)
        {
            yield return new PatternRun(start, sets);
        }
    }

    private static PatternRun? InEachBranch(PatternNode node, ByteSet allowed, int length)
    {
        if (node is not PatternNode.Alternation alternation)
        {
            return null;
        }

        // The one that comes last, with the sets of the shortest.
        var runs = alternation.Branches.Select(branch => Find(branch, allowed, length).MaxBy(run => run.Sets.Count)).ToArray();
        return Array.Exists(runs, run => run is null) ? null : new PatternRun(runs.Max(run => run!.Before), runs.MinBy(run => run!.Sets.Count)!.Sets);
    }

    // Adds what an item has at least, if it can have no byte that does not belong.
    private static bool TryAppend(PatternNode node, ByteSet allowed, List<ByteSet> sets)
    {
        switch (node)
        {
            case PatternNode.Assertion:
                return true;
            case PatternNode.Literal literal when Array.TrueForAll(literal.Bytes, value => allowed.Contains(value)):
                sets.AddRange(literal.Bytes.Select(value => ByteSet.Of(value)));
                return true;
            case PatternNode.Class set when (set.Set & ~allowed).IsEmpty:
                sets.Add(set.Set);
                return true;
            case PatternNode.Capture capture:
                return TryAppend(capture.Item, allowed, sets);
            case PatternNode.Repeat repeat:
                return TryAppendAll(Enumerable.Repeat(repeat.Item, Math.Min(repeat.Min, Longest)), allowed, sets) && TryAppend(repeat.Item, allowed, []);
            case PatternNode.Sequence sequence:
                return TryAppendAll(sequence.Items, allowed, sets);
            case PatternNode.Alternation alternation:
                return TryAppendShortest(alternation, allowed, sets);
            default:
                return false;
        }
    }

    private static bool TryAppendAll(IEnumerable<PatternNode> nodes, ByteSet allowed, List<ByteSet> sets)
    {
        var own = new List<ByteSet>();
        if (!nodes.All(node => TryAppend(node, allowed, own)))
        {
            return false;
        }

        sets.AddRange(own);
        return true;
    }

    private static bool TryAppendShortest(PatternNode.Alternation alternation, ByteSet allowed, List<ByteSet> sets)
    {
        List<ByteSet>? shortest = null;
        foreach (var branch in alternation.Branches)
        {
            var own = new List<ByteSet>();
            if (!TryAppend(branch, allowed, own))
            {
                return false;
            }

            shortest = shortest is null || own.Count < shortest.Count ? own : shortest;
        }

        sets.AddRange(shortest!);
        return true;
    }
}
