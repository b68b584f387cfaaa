using LumenArgus.Scanning.Rules.Patterns;

namespace LumenArgus.Scanning.Rules;

/// <summary>
/// What the bytes at an anchor must be for a match to be possible: most occurrences of a keyword are ruled out by the byte behind them, before any pattern runs.
/// </summary>
/// <param name="First">Of a keyword: its first byte (case). Of a digit run: the byte before it; <see cref="MayBegin"/> if there may be none.</param>
/// <param name="Next">The byte behind.</param>
/// <param name="MayBegin">Whether the anchor may stand at the start of the text.</param>
/// <param name="MayEnd">Whether it may stand at its end.</param>
internal readonly record struct AnchorNeighbours(ByteSet First, ByteSet Next, bool MayBegin, bool MayEnd)
{
    /// <summary>The longest digit run that is told apart; longer ones are like it.</summary>
    public const int LongestRun = 20;

    // As PatternLiterals, which says where a keyword stands: larger classes spell nothing.
    private const int MaxSpelled = 16;

    public static AnchorNeighbours Any => new(ByteSet.All, ByteSet.All, MayBegin: true, MayEnd: true);

    /// <summary>For a keyword inside the match: where the pattern spells it, if it does. What is not found in the pattern is not restricted.</summary>
    public static AnchorNeighbours OfKeyword(PatternGraph graph, string keyword) =>
        Spelled(graph, keyword, MaxSpelled) ?? Spelled(graph, keyword, int.MaxValue) ?? Any;

    private static AnchorNeighbours? Spelled(PatternGraph graph, string keyword, int maxMembers)
    {
        var first = ByteSet.Empty;
        var ends = new HashSet<int>();
        for (var start = 0; start < graph.Count; start++)
        {
            HashSet<int> reached = Reads(start, keyword[0]) ? [start] : [];
            foreach (var c in keyword.AsSpan(1))
            {
                var next = reached.SelectMany(graph.Follow).ToHashSet();
                next.RemoveWhere(p => !Reads(p, c));
                reached = next;
            }

            if (reached.Count > 0)
            {
                first |= graph.Set(start) & EitherCase(keyword[0]);
                ends.UnionWith(reached);
            }
        }

        return ends.Count == 0 ? null : new AnchorNeighbours(first, ByteSet.Empty, MayBegin: true, MayEnd: false).Behind(graph, ends);

        bool Reads(int position, char c) => graph.Set(position).Overlaps(EitherCase(c)) && graph.Set(position).Count <= maxMembers;
    }

    /// <summary>For runs of 1 to <see cref="LongestRun"/> digits that begin with the first digit of the match.</summary>
    public static AnchorNeighbours[] OfDigitRuns(PatternGraph graph)
    {
        // All that can be read before the first digit.
        var before = new HashSet<int>(graph.First.Where(p => HasOther(graph, p)));
        var open = new Queue<int>(before);
        while (open.TryDequeue(out var position))
        {
            foreach (var next in graph.Follow(position).Where(p => HasOther(graph, p) && before.Add(p)))
            {
                open.Enqueue(next);
            }
        }

        var digits = graph.First.Concat(before.SelectMany(graph.Follow)).Where(p => HasDigit(graph, p)).ToHashSet();
        var begins = graph.First.Any(p => HasDigit(graph, p));
        var previous = begins ? ByteSet.All : before.Where(p => graph.Follow(p).Any(digits.Contains)).Aggregate(ByteSet.Empty, (set, p) => set | graph.Set(p));
        var runs = new AnchorNeighbours[LongestRun];
        var isOpen = false;
        for (var i = 0; i < runs.Length; i++)
        {
            // A match that ends inside the run does not look behind it; of longer runs than the last nothing is known.
            isOpen |= i == runs.Length - 1;
            var run = new AnchorNeighbours(previous, isOpen ? ByteSet.All : ByteSet.Empty, begins, isOpen);
            runs[i] = isOpen ? run : run.Behind(graph, digits);
            isOpen |= digits.Overlaps(graph.Last);
            digits = [.. digits.SelectMany(graph.Follow).Where(p => HasDigit(graph, p))];
        }

        return runs;
    }

    private static bool HasDigit(PatternGraph graph, int position) => graph.Set(position).Overlaps(ByteSet.Digits);

    private static bool HasOther(PatternGraph graph, int position) => !(graph.Set(position) & ~ByteSet.Digits).IsEmpty;

    private static ByteSet EitherCase(char c) => ByteSet.Of(c).IgnoreCase();

    private AnchorNeighbours Behind(PatternGraph graph, HashSet<int> positions) => positions.Overlaps(graph.Last)
        ? this with { Next = ByteSet.All, MayEnd = true }
        : this with { Next = positions.SelectMany(graph.Follow).Aggregate(ByteSet.Empty, (set, p) => set | graph.Set(p)) };
}
