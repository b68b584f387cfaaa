namespace LumenArgus.Scanning.Rules.Patterns;

/// <summary>Builds the graph of a pattern (Glushkov's construction).</summary>
internal sealed class PatternGraphBuilder
{
    private const int MaxPositions = 2048;
    private const int MaxCopies = 20;

    private readonly List<ByteSet> _sets = [];
    private readonly List<HashSet<int>> _follow = [];

    /// <summary>Builds it; null if the pattern is too large for it.</summary>
    public static PatternGraph? Build(PatternNode root)
    {
        var builder = new PatternGraphBuilder();
        return builder.Add(root) is { } all ? new PatternGraph(builder._sets, builder._follow, all.First, all.Last) : null;
    }

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
