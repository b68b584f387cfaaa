namespace LumenArgus.Scanning.Rules;

/// <summary>
/// Up to eight rules that share an anchor, with the test of <see cref="AnchorNeighbours"/> for all of them at once: one bit per rule, one load per byte looked at.
/// </summary>
internal sealed class AnchorGate
{
    public const int MaxRules = 8;
    private const int AtEdge = 256;

    private readonly byte[] _first = new byte[AtEdge + 1];
    private readonly byte[] _next = new byte[AtEdge + 1];

    public AnchorGate(int[] rules, IReadOnlyList<AnchorNeighbours> neighbours)
    {
        Rules = rules;
        for (var i = 0; i < rules.Length; i++)
        {
            var bit = (byte)(1 << i);
            for (var value = 0; value < AtEdge; value++)
            {
                _first[value] |= neighbours[i].First.Contains(value) ? bit : (byte)0;
                _next[value] |= neighbours[i].Next.Contains(value) ? bit : (byte)0;
            }

            _first[AtEdge] |= neighbours[i].MayBegin ? bit : (byte)0;
            _next[AtEdge] |= neighbours[i].MayEnd ? bit : (byte)0;
        }
    }

    public int[] Rules { get; }

    /// <summary>The rules, as bits, that a keyword at this place can be part of.</summary>
    public int ForKeyword(ReadOnlySpan<byte> text, int start, int end) => _first[text[start]] & _next[end < text.Length ? text[end] : AtEdge];

    /// <summary>The rules, as bits, whose first digits this run can be.</summary>
    public int ForRun(ReadOnlySpan<byte> text, int start, int end) =>
        _first[start > 0 ? text[start - 1] : AtEdge] & _next[end < text.Length ? text[end] : AtEdge];

    /// <summary>Gates for any number of rules.</summary>
    public static AnchorGate[] Create(IReadOnlyList<int> rules, Func<int, AnchorNeighbours> neighbours) =>
        [.. rules.Chunk(MaxRules).Select(chunk => new AnchorGate(chunk, [.. chunk.Select(neighbours)]))];
}
