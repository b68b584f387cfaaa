using System.Runtime.CompilerServices;
using LumenArgus.Scanning.Rules.Patterns;

namespace LumenArgus.Scanning.Rules;

/// <summary>
/// Up to eight rules that share an anchor, with the test of <see cref="AnchorNeighbours"/> for all of them at once: one bit per rule, one load per byte looked at.
/// </summary>
internal sealed class AnchorGate
{
    public const int MaxRules = 8;
    private const int AtEdge = 256;

    private readonly byte[] _first = new byte[AtEdge + 1];
    private readonly byte[] _last = new byte[AtEdge + 1];
    private readonly byte[][] _next = [.. Enumerable.Range(0, AnchorNeighbours.Depth).Select(_ => new byte[AtEdge + 1])];

    public AnchorGate(int[] rules, IReadOnlyList<AnchorNeighbours> neighbours)
    {
        Rules = rules;
        for (var i = 0; i < rules.Length; i++)
        {
            var bit = (byte)(1 << i);
            Add(_first, bit, neighbours[i].First, neighbours[i].MayBegin);
            Add(_last, bit, neighbours[i].Last, atEdge: false);
            for (var depth = 0; depth < _next.Length; depth++)
            {
                Add(_next[depth], bit, neighbours[i].Next[depth], depth >= neighbours[i].Shortest);
            }
        }
    }

    public int[] Rules { get; }

    /// <summary>The rules, as bits, that a keyword at this place can be part of.</summary>
    public int ForKeyword(ReadOnlySpan<byte> text, int start, int end) => Behind(text, end, _first[text[start]] & _last[text[end - 1]]);

    /// <summary>The rules, as bits, whose first digits this run can be.</summary>
    public int ForRun(ReadOnlySpan<byte> text, int start, int end) => Behind(text, end, _first[start > 0 ? text[start - 1] : AtEdge]);

    /// <summary>Gates for any number of rules.</summary>
    public static AnchorGate[] Create(IReadOnlyList<int> rules, Func<int, AnchorNeighbours> neighbours) =>
        [.. rules.Chunk(MaxRules).Select(chunk => new AnchorGate(chunk, [.. chunk.Select(neighbours)]))];

    private static void Add(byte[] table, byte bit, ByteSet set, bool atEdge)
    {
        for (var value = 0; value < AtEdge; value++)
        {
            table[value] |= set.Contains(value) ? bit : (byte)0;
        }

        table[AtEdge] |= atEdge ? bit : (byte)0;
    }

    // Nearly all places fail by the first byte.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int Behind(ReadOnlySpan<byte> text, int end, int open)
    {
        open &= _next[0][end < text.Length ? text[end] : AtEdge];
        return open == 0 ? 0 : FartherBehind(text, end, open);
    }

    private int FartherBehind(ReadOnlySpan<byte> text, int end, int open)
    {
        for (var depth = 1; depth < _next.Length; depth++)
        {
            open &= _next[depth][end + depth < text.Length ? text[end + depth] : AtEdge];
        }

        return open;
    }
}
