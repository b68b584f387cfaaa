namespace LumenArgus.Scanning.Rules.Keywords;

/// <summary>The keywords, last byte first. Children are linked lists: behind the first bytes there are one or two.</summary>
internal sealed class KeywordTrie
{
    private const int None = -1;

    // A keyword of the index is ASCII; other bytes begin none.
    private readonly int[] _roots = new int[256];
    private readonly List<Node> _building = [];
    private readonly Node[] _nodes;

    public KeywordTrie(IReadOnlyList<string> keywords)
    {
        _roots.AsSpan().Fill(None);
        for (var i = 0; i < keywords.Count; i++)
        {
            Add(keywords[i], i);
        }

        _nodes = [.. _building];
        _building = [];
        for (var i = 0; i < keywords.Count; i++)
        {
            MostAtOneEnd = Math.Max(MostAtOneEnd, keywords.Count(k => keywords[i].EndsWith(k, StringComparison.Ordinal)));
        }
    }

    /// <summary>The most keywords that one place can be the end of; at least 1.</summary>
    public int MostAtOneEnd { get; } = 1;

    /// <summary>Finds the keywords that end at a place, the longest first.</summary>
    /// <returns>Number of hits.</returns>
    public int Find(ReadOnlySpan<byte> text, int end, Span<KeywordHit> hits)
    {
        var count = 0;
        var position = end - 1;
        var node = _roots[text[position]];
        while (node != None)
        {
            if (_nodes[node].Keyword != None)
            {
                hits[count++] = new KeywordHit(_nodes[node].Keyword, end);
            }

            if (--position < 0)
            {
                break;
            }

            node = Child(node, Lower(text[position]));
        }

        hits[..count].Reverse();
        return count;
    }

    private static byte Lower(byte value) => value is >= (byte)'A' and <= (byte)'Z' ? (byte)(value | 0x20) : value;

    private int Child(int node, byte label)
    {
        var child = _nodes[node].FirstChild;
        while (child != None && _nodes[child].Label != label)
        {
            child = _nodes[child].Sibling;
        }

        return child;
    }

    private void Add(string keyword, int number)
    {
        var last = keyword[^1];
        if (_roots[last] == None)
        {
            _roots[last] = Append(last, None);
            if (char.IsAsciiLetterLower(last))
            {
                _roots[last - 32] = _roots[last];
            }
        }

        var node = _roots[last];
        for (var i = keyword.Length - 2; i >= 0; i--)
        {
            var child = _building[node].FirstChild;
            while (child != None && _building[child].Label != keyword[i])
            {
                child = _building[child].Sibling;
            }

            if (child == None)
            {
                child = Append(keyword[i], _building[node].FirstChild);
                _building[node] = _building[node] with { FirstChild = child };
            }

            node = child;
        }

        _building[node] = _building[node] with { Keyword = number };
    }

    private int Append(char label, int sibling)
    {
        _building.Add(new Node((byte)label, None, sibling, None));
        return _building.Count - 1;
    }

    private readonly record struct Node(byte Label, int FirstChild, int Sibling, int Keyword);
}
