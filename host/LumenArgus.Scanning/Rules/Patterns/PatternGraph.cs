namespace LumenArgus.Scanning.Rules.Patterns;

/// <summary>
/// The bytes of a pattern as a graph: a position for each byte of it, and which positions can follow each other (Glushkov's construction). Assertions are left
/// out and high counts of repetitions are open, so it allows more than the pattern does: what it rules out cannot match.
/// </summary>
internal sealed class PatternGraph
{
    private const int MaxPositions = 2048;
    private const int MaxCopies = 20;

    private readonly List<ByteSet> _sets = [];
    private readonly List<HashSet<int>> _follow = [];

    private PatternGraph()
    {
    }

    public int Count => _sets.Count;

    /// <summary>Positions that a match can begin with.</summary>
    public IReadOnlyList<int> First { get; private set; } = [];

    /// <summary>Positions that a match can end with.</summary>
    public IReadOnlySet<int> Last { get; private set; } = new HashSet<int>();

    /// <summary>Builds the graph; null if the pattern is too large for it.</summary>
    public static PatternGraph? Of(PatternNode root)
    {
        var graph = new PatternGraph();
        if (graph.Add(root) is not { } part)
        {
            return null;
        }

        graph.First = part.First;
        graph.Last = part.Last.ToHashSet();
        return graph;
    }

    public ByteSet Set(int position) => _sets[position];

    public IReadOnlySet<int> Follow(int position) => _follow[position];

    private Part? Add(PatternNode node) => _sets.Count > MaxPositions ? null : node switch
    {
        PatternNode.Literal literal => AddLiteral(literal),
        PatternNode.Class set => AddPosition(set.Set),
        PatternNode.Capture capture => Add(capture.Item),
        PatternNode.Repeat repeat => AddRepeat(repeat),
        PatternNode.Sequence sequence => AddAll(sequence.Items),
        PatternNode.Alternation alternation => AddAlternation(alternation),
        _ => Part.Empty,
    };

    private Part AddPosition(ByteSet set)
    {
        _sets.Add(set);
        _follow.Add([]);
        return new Part([_sets.Count - 1], [_sets.Count - 1], IsOptional: false);
    }

    private Part AddLiteral(PatternNode.Literal literal) => literal.Bytes
        .Select(b => AddPosition(literal.IgnoreCase ? ByteSet.Of(b).IgnoreCase() : ByteSet.Of(b)))
        .Aggregate(Part.Empty, Join);

    private Part? AddAll(IEnumerable<PatternNode> nodes)
    {
        Part? all = Part.Empty;
        foreach (var node in nodes)
        {
            all = all is not null && Add(node) is { } next ? Join(all, next) : null;
        }

        return all;
    }

    private Part? AddAlternation(PatternNode.Alternation alternation)
    {
        Part? all = null;
        foreach (var branch in alternation.Branches)
        {
            if (Add(branch) is not { } next)
            {
                return null;
            }

            all = all is null ? next : new Part([.. all.First, .. next.First], [.. all.Last, .. next.Last], all.IsOptional || next.IsOptional);
        }

        return all;
    }

    private Part? AddRepeat(PatternNode.Repeat repeat)
    {
        var all = Part.Empty;
        var copies = Math.Min(repeat.Max, MaxCopies);
        for (var i = 0; i < copies; i++)
        {
            if (Add(repeat.Item) is not { } next)
            {
                return null;
            }

            if (i == copies - 1 && repeat.Max > copies)
            {
                Link(next, next);
            }

            all = Join(all, next with { IsOptional = next.IsOptional || i >= repeat.Min });
        }

        return all;
    }

    private Part Join(Part left, Part right)
    {
        Link(left, right);
        return new Part(
            left.IsOptional ? [.. left.First, .. right.First] : left.First,
            right.IsOptional ? [.. left.Last, .. right.Last] : right.Last,
            left.IsOptional && right.IsOptional);
    }

    private void Link(Part left, Part right)
    {
        foreach (var last in left.Last)
        {
            _follow[last].UnionWith(right.First);
        }
    }

    private sealed record Part(int[] First, int[] Last, bool IsOptional)
    {
        public static Part Empty { get; } = new([], [], IsOptional: true);
    }
}
