namespace LumenArgus.Scanning.Rules.Patterns;

/// <summary>
/// The bytes of a pattern as a graph: a position for each byte of it, and which positions can follow each other. Assertions are left
/// out and high counts of repetitions are open, so it allows more than the pattern does: what it rules out cannot match.
/// </summary>
internal sealed class PatternGraph
{
    private readonly ByteSet[] _sets;

    // All in one array: in time each rule has its graph, and a set for each of their hundred thousand positions took 20 MB.
    private readonly int[] _next;
    private readonly int[] _starts;

    /// <param name="sets">The bytes of each position.</param>
    /// <param name="follow">The positions that can follow each.</param>
    /// <param name="first">Positions that a match can begin with.</param>
    /// <param name="last">Positions that a match can end with.</param>
    public PatternGraph(IReadOnlyCollection<ByteSet> sets, IReadOnlyList<IReadOnlySet<int>> follow, IReadOnlyList<int> first, IEnumerable<int> last)
    {
        _sets = [.. sets];
        _next = [.. follow.SelectMany(static positions => positions)];
        _starts = new int[follow.Count + 1];
        for (var position = 0; position < follow.Count; position++)
        {
            _starts[position + 1] = _starts[position] + follow[position].Count;
        }

        (First, Last) = (first, last.ToHashSet());
    }

    public int Count => _sets.Length;

    /// <summary>Positions that a match can begin with.</summary>
    public IReadOnlyList<int> First { get; }

    /// <summary>Positions that a match can end with.</summary>
    public IReadOnlySet<int> Last { get; }

    public ByteSet Set(int position) => _sets[position];

    /// <summary>Positions that can follow one, each once.</summary>
    public ArraySegment<int> Follow(int position) => new(_next, _starts[position], _starts[position + 1] - _starts[position]);
}
