using LumenArgus.Scanning.Rules.Patterns;

namespace LumenArgus.Scanning.Rules;

/// <summary>
/// What the bytes at an anchor must be for a match to be possible: most occurrences of a keyword are ruled out by the byte behind them, before any pattern runs, and of the rest most by
/// the bytes behind that one.
/// </summary>
/// <param name="First">Of a keyword: its first byte (case). Of a digit run: the byte before it; <see cref="MayBegin"/> if there may be none.</param>
/// <param name="Last">Of a keyword: its last byte (case).</param>
/// <param name="Next">The bytes behind, <see cref="Depth"/> of them.</param>
/// <param name="Shortest">How many of these a match needs at least; what lies behind its end is open.</param>
/// <param name="MayBegin">Whether the anchor may stand at the start of the text.</param>
internal readonly record struct AnchorNeighbours(ByteSet First, ByteSet Last, ByteSet[] Next, int Shortest, bool MayBegin)
{
    /// <summary>How many bytes behind the anchor are looked at.</summary>
    public const int Depth = 4;

    /// <summary>The longest digit run that is told apart; longer ones are like it.</summary>
    public const int LongestRun = 20;

    // As PatternLiterals, which says where a keyword stands: larger classes spell nothing.
    private const int MaxSpelled = 16;

    private static readonly ByteSet[] Open = [.. Enumerable.Repeat(ByteSet.All, Depth)];

    public static AnchorNeighbours Any => new(ByteSet.All, ByteSet.All, Open, Shortest: 0, MayBegin: true);

    /// <summary>For a keyword inside the match: where the pattern spells it, if it does. What is not found in the pattern is not restricted.</summary>
    public static AnchorNeighbours OfKeyword(PatternGraph graph, string keyword)
    {
        var bytes = keyword.Select(EitherCase).ToArray();
        return Spelled(graph, bytes, MaxSpelled) ?? Spelled(graph, bytes, int.MaxValue) ?? Any;
    }

    private static AnchorNeighbours? Spelled(PatternGraph graph, ByteSet[] keyword, int maxMembers)
    {
        var first = ByteSet.Empty;
        var ends = new HashSet<int>();
        for (var start = 0; start < graph.Count; start++)
        {
            if (!Reads(start, keyword[0]))
            {
                continue;
            }

            HashSet<int> reached = [start];
            for (var i = 1; i < keyword.Length && reached.Count > 0; i++)
            {
                var bytes = keyword[i];
                reached = [.. reached.SelectMany(position => graph.Follow(position)).Where(p => Reads(p, bytes))];
            }

            if (reached.Count > 0)
            {
                first |= graph.Set(start) & keyword[0];
                ends.UnionWith(reached);
            }
        }

        var last = ends.Aggregate(ByteSet.Empty, (set, position) => set | (graph.Set(position) & keyword[^1]));
        return ends.Count == 0 ? null : (Any with { First = first, Last = last }).Behind(graph, ends);

        bool Reads(int position, ByteSet bytes) => graph.Set(position).Overlaps(bytes) && graph.Set(position).Count <= maxMembers;
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

        var digits = graph.First.Concat(before.SelectMany(position => graph.Follow(position))).Where(p => HasDigit(graph, p)).ToHashSet();
        var begins = graph.First.Any(p => HasDigit(graph, p));
        var previous = begins ? ByteSet.All : before.Where(p => graph.Follow(p).Any(digits.Contains)).Aggregate(ByteSet.Empty, (set, p) => set | graph.Set(p));
        var runs = new AnchorNeighbours[LongestRun];
        var isOpen = false;
        for (var i = 0; i < runs.Length; i++)
        {
            // A match that ends inside the run does not look behind it; of longer runs than the last nothing is known.
            isOpen |= i == runs.Length - 1;
            var run = Any with { First = previous, MayBegin = begins };
            runs[i] = isOpen ? run : run.Behind(graph, digits);
            isOpen |= digits.Overlaps(graph.Last);
            digits = [.. digits.SelectMany(position => graph.Follow(position)).Where(p => HasDigit(graph, p))];
        }

        return runs;
    }

    private static bool HasDigit(PatternGraph graph, int position) => graph.Set(position).Overlaps(ByteSet.Digits);

    private static bool HasOther(PatternGraph graph, int position) => !(graph.Set(position) & ~ByteSet.Digits).IsEmpty;

    private static ByteSet EitherCase(char c) => ByteSet.Of(c).IgnoreCase();

    /// <summary>The same with what can stand behind these positions.</summary>
    public AnchorNeighbours Behind(PatternGraph graph, HashSet<int> positions)
    {
        var next = Open.ToArray();
        for (var i = 0; i < Depth; i++)
        {
            if (positions.Overlaps(graph.Last))
            {
                return this with { Next = next, Shortest = i };
            }

            positions = [.. positions.SelectMany(position => graph.Follow(position))];
            next[i] = positions.Aggregate(ByteSet.Empty, (set, p) => set | graph.Set(p));
        }

        return this with { Next = next, Shortest = Depth };
    }
}
