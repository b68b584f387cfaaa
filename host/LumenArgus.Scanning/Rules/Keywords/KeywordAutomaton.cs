using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace LumenArgus.Scanning.Rules.Keywords;

/// <summary>
/// Aho-Corasick as a full transition table over byte classes. Case of ASCII letters is folded by the classes. Between keywords, where the automaton is in
/// its root, a filter of three bytes looks for the next place where one can begin: its loads do not wait for each other.
/// </summary>
internal sealed class KeywordAutomaton : IKeywordSearch
{
    private readonly byte[] _classes = new byte[256];
    private readonly int _classCount = 1;

    // Row offsets, so that a step is one addition and one load. Rows of states with output have the highest offsets.
    private readonly int[] _next;
    private readonly int _firstOutput;
    private readonly int[][] _outputs;
    private readonly KeywordStarts _starts;

    /// <param name="keywords">Lower case, one char per byte, none empty, none twice.</param>
    public KeywordAutomaton(IReadOnlyList<string> keywords)
    {
        foreach (var c in keywords.SelectMany(k => k).Where(c => _classes[c] == 0))
        {
            _classes[c] = (byte)_classCount++;
            if (char.IsAsciiLetterLower(c))
            {
                _classes[c - 32] = _classes[c];
            }
        }

        var trie = new KeywordTrie(_classCount);
        for (var i = 0; i < keywords.Count; i++)
        {
            trie.Add(keywords[i].Select(c => _classes[c]), i);
        }

        // No keyword is empty, so the root has no output and stays the first row.
        (_next, _outputs, _firstOutput) = trie.Complete();
        _starts = new KeywordStarts(keywords);
        MinBuffer = Math.Max(1, _outputs.Select(o => o.Length).DefaultIfEmpty().Max());
    }

    public int MinBuffer { get; }

    public int Find(ReadOnlySpan<byte> text, ref KeywordCursor cursor, Span<KeywordHit> hits)
    {
        // No bounds checks in the loop: a class is below the row length, and the table holds row offsets only.
        ref var next = ref MemoryMarshal.GetArrayDataReference(_next);
        ref var classes = ref MemoryMarshal.GetArrayDataReference(_classes);
        var firstOutput = _firstOutput;
        var state = cursor.State;
        var count = 0;
        for (var i = cursor.Position; i < text.Length; i++)
        {
            if (state == 0 && (i = _starts.Next(text, i)) == text.Length)
            {
                break;
            }

            state = Unsafe.Add(ref next, state + Unsafe.Add(ref classes, text[i]));
            if (state < firstOutput)
            {
                continue;
            }

            foreach (var keyword in _outputs[(state - firstOutput) / _classCount])
            {
                hits[count++] = new KeywordHit(keyword, i + 1);
            }

            if (hits.Length - count < MinBuffer)
            {
                cursor = new KeywordCursor { Position = i + 1, State = state, IsAtEnd = i + 1 == text.Length };
                return count;
            }
        }

        cursor = new KeywordCursor { Position = text.Length, State = state, IsAtEnd = true };
        return count;
    }
}
