namespace LumenArgus.Scanning.Rules.Keywords;

/// <summary>Builds the table of <see cref="KeywordAutomaton"/>.</summary>
internal sealed class KeywordTrie(int classCount)
{
    private const int Missing = -1;
    private const int OutputRank = 4;

    private readonly List<int[]> _children = [NewRow(classCount)];
    private readonly List<List<int>> _outputs = [[]];
    private readonly List<(int Parent, int Depth)> _places = [(0, 0)];

    public void Add(IEnumerable<byte> classes, int keyword)
    {
        var state = 0;
        foreach (var c in classes)
        {
            if (_children[state][c] == Missing)
            {
                _children[state][c] = _children.Count;
                _children.Add(NewRow(classCount));
                _outputs.Add([]);
                _places.Add((state, _places[state].Depth + 1));
            }

            state = _children[state][c];
        }

        _outputs[state].Add(keyword);
    }

    /// <summary>Fills in the failure transitions, breadth first, and numbers the states as <see cref="KeywordTable"/> says.</summary>
    public KeywordTable Complete()
    {
        var failure = new int[_children.Count];
        var queue = new Queue<int>();
        for (var c = 0; c < classCount; c++)
        {
            if (_children[0][c] == Missing)
            {
                _children[0][c] = 0;
            }
            else
            {
                queue.Enqueue(_children[0][c]);
            }
        }

        while (queue.TryDequeue(out var state))
        {
            _outputs[state].AddRange(_outputs[failure[state]]);
            for (var c = 0; c < classCount; c++)
            {
                var fallback = _children[failure[state]][c];
                if (_children[state][c] == Missing)
                {
                    _children[state][c] = fallback;
                }
                else
                {
                    failure[_children[state][c]] = fallback;
                    queue.Enqueue(_children[state][c]);
                }
            }
        }

        return Number();
    }

    private KeywordTable Number()
    {
        var order = Enumerable.Range(0, _children.Count).OrderBy(Rank).ToArray();
        var row = new int[order.Length];
        for (var i = 0; i < order.Length; i++)
        {
            row[order[i]] = i * classCount;
        }

        var next = new int[order.Length * classCount];
        for (var i = 0; i < order.Length; i++)
        {
            for (var c = 0; c < classCount; c++)
            {
                next[(i * classCount) + c] = row[_children[order[i]][c]];
            }
        }

        return new KeywordTable(next, [.. order.Where(s => Rank(s) == OutputRank).Select(s => _outputs[s].ToArray())], FirstRow(2), FirstRow(3), FirstRow(OutputRank));

        int FirstRow(int rank) => order.Count(s => Rank(s) < rank) * classCount;
    }

    private int Rank(int state) =>
        _outputs[state].Count > 0 ? OutputRank
        : _places[state].Depth > 2 || _outputs[_places[state].Parent].Count > 0 ? OutputRank - 1
        : _places[state].Depth;

    private static int[] NewRow(int length)
    {
        var row = new int[length];
        row.AsSpan().Fill(Missing);
        return row;
    }
}
