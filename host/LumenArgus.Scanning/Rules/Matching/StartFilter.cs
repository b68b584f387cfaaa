using LumenArgus.Scanning.Rules.Patterns;

namespace LumenArgus.Scanning.Rules.Matching;

/// <summary>
/// Tells by the bytes of a place whether a match can begin there: cheaper than to try, where a pattern has many branches. The ways to begin share eight bits, so it says "maybe" too
/// often, never "no" wrongly.
/// </summary>
internal sealed class StartFilter
{
    private const int Ways = 8;
    private const int Depth = AnchorNeighbours.Depth;
    private const int TableSize = 256;

    // For each byte behind the other the ways that have it there.
    private readonly byte[] _tables = new byte[Depth * TableSize];

    private readonly bool[] _isStartInWord = new bool[TableSize];

    /// <param name="graph">The bytes of a pattern.</param>
    /// <param name="firstInWord">The letters, digits and <c>_</c> that it can begin with directly behind another one.</param>
    public StartFilter(PatternGraph graph, ByteSet firstInWord)
    {
        foreach (var value in (firstInWord | ~ByteSet.Word).ToArray())
        {
            _isStartInWord[value] = true;
        }

        var firsts = graph.First.OrderBy(position => graph.Set(position).ToArray().FirstOrDefault()).ToArray();
        for (var i = 0; i < firsts.Length; i++)
        {
            Add((byte)(1 << (i * Ways / firsts.Length)), 0, graph.Set(firsts[i]));
            var next = AnchorNeighbours.Any.Behind(graph, [firsts[i]]).Next;
            for (var depth = 1; depth < Depth; depth++)
            {
                Add((byte)(1 << (i * Ways / firsts.Length)), depth, next[depth - 1]);
            }
        }
    }

    /// <summary>The first place from one to another at which a match can begin; -1 if there is none. Where the text has less than four bytes, it can.</summary>
    public int Next(ReadOnlySpan<byte> text, int from, int last)
    {
        var tables = _tables;
        for (; from <= last; from++)
        {
            if (text.Length - from < Depth
                || ((tables[text[from]] & tables[TableSize + text[from + 1]] & tables[(2 * TableSize) + text[from + 2]] & tables[(3 * TableSize) + text[from + 3]]) != 0
                    && (_isStartInWord[text[from]] || from == 0 || !SpanMatcher.IsWord(text[from - 1]))))
            {
                return from;
            }
        }

        return -1;
    }

    private void Add(byte way, int depth, ByteSet set)
    {
        foreach (var value in set.ToArray())
        {
            _tables[(depth * TableSize) + value] |= way;
        }
    }
}
