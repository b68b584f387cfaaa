using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace LumenArgus.Scanning.Rules.Keywords;

/// <summary>
/// Aho-Corasick as a full transition table over byte classes. Case of ASCII letters is folded by the classes. Between keywords, where the automaton is at
/// most two bytes deep, a filter of three bytes looks for the next place where one can begin: its loads do not wait for each other.
/// </summary>
internal sealed class KeywordAutomaton : IKeywordSearch
{
    private const int FilterReach = 3;

    private readonly byte[] _classes = new byte[256];
    private readonly int _classCount = 1;

    private readonly KeywordTable _table;
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

        _table = trie.Complete();
        _starts = new KeywordStarts(keywords);
        MinBuffer = Math.Max(1, _table.Outputs.Select(o => o.Length).DefaultIfEmpty().Max());
    }

    public int MinBuffer { get; }

    public int Find(ReadOnlySpan<byte> text, ref KeywordCursor cursor, Span<KeywordHit> hits)
    {
        // No bounds checks in the loop: a class is below the row length, and the table holds row offsets only.
        ref var next = ref MemoryMarshal.GetArrayDataReference(_table.Next);
        ref var classes = ref MemoryMarshal.GetArrayDataReference(_classes);
        var (firstDeep2, firstDeep3, firstOutput) = (_table.FirstDeep2, _table.FirstDeep3, _table.FirstOutput);
        var state = cursor.State;
        var count = 0;

        // What the filter found, and the bytes of a hit before this call, are read on before the filter is asked again.
        var trusted = state == 0 ? cursor.Position : cursor.Position + FilterReach;
        var i = cursor.Position;
        while (i < text.Length)
        {
            if (state < firstDeep3 && i >= trusted)
            {
                // At most the last two bytes can begin a keyword: back to them, and on to where one may begin.
                i = _starts.Next(text, i - (state == 0 ? 0 : state < firstDeep2 ? 1 : 2));
                trusted = i + FilterReach;
                state = 0;
                if (i == text.Length)
                {
                    break;
                }
            }

            state = Unsafe.Add(ref next, state + Unsafe.Add(ref classes, text[i]));
            i++;
            if (state < firstOutput)
            {
                continue;
            }

            foreach (var keyword in _table.Outputs[(state - firstOutput) / _classCount])
            {
                hits[count++] = new KeywordHit(keyword, i);
            }

            if (hits.Length - count < MinBuffer)
            {
                break;
            }
        }

        cursor = new KeywordCursor { Position = i, State = state, IsAtEnd = i == text.Length };
        return count;
    }
}
