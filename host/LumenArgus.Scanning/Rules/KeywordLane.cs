using System.Collections.Immutable;
using LumenArgus.Scanning.Rules.Keywords;
using LumenArgus.Scanning.Rules.Marks;

namespace LumenArgus.Scanning.Rules;

/// <summary>The rules whose keywords are looked for in the same parts of a text: near a mark, or everywhere.</summary>
internal sealed class KeywordLane
{
    private readonly ImmutableArray<CompiledRule> _rules;

    // Gates are made when their keyword is first seen: most keywords never are, and to look through the patterns is half the cost of an index.
    private readonly (string Text, List<int> Rules)[] _keywords;
    private readonly AnchorGate[]?[] _gates;

    public KeywordLane(TextMark mark, ImmutableArray<CompiledRule> rules)
    {
        Mark = mark;
        _rules = rules;
        var keywords = new SortedDictionary<string, List<int>>(StringComparer.Ordinal);
        for (var i = 0; i < rules.Length; i++)
        {
            foreach (var keyword in rules[i].Anchor.Mark == mark ? rules[i].Anchor.Keywords : [])
            {
                if (!keywords.TryGetValue(keyword, out var users))
                {
                    keywords.Add(keyword, users = []);
                }

                users.Add(i);
            }
        }

        Search = new KeywordSearch([.. keywords.Keys]);
        Lengths = [.. keywords.Keys.Select(k => k.Length)];
        _keywords = [.. keywords.Select(k => (k.Key, k.Value))];
        _gates = new AnchorGate[]?[keywords.Count];
    }

    /// <summary>What a text has near each match.</summary>
    public TextMark Mark { get; }

    public IKeywordSearch Search { get; }

    /// <summary>Of the keywords.</summary>
    public int[] Lengths { get; }

    /// <summary>The rules that a keyword is a candidate of.</summary>
    public AnchorGate[] GatesOf(int keyword) => Volatile.Read(ref _gates[keyword]) ?? CreateGates(keyword);

    // Two threads may do this at once; what they make is the same.
    private AnchorGate[] CreateGates(int keyword)
    {
        var (text, users) = _keywords[keyword];
        var gates = AnchorGate.Create(users, rule => Neighbours(_rules[rule], text));
        Volatile.Write(ref _gates[keyword], gates);
        return gates;
    }

    private static AnchorNeighbours Neighbours(CompiledRule rule, string keyword) =>
        rule.Anchor.Distance == 0 && rule.Graph.Value is { } graph ? AnchorNeighbours.OfKeyword(graph, keyword) : AnchorNeighbours.Any;
}
