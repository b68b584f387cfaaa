using System.Collections.Immutable;
using LumenArgus.Scanning.Rules.Marks;

namespace LumenArgus.Scanning.Rules;

/// <summary>The rules that are searched by their first digits in the same parts of a text: near a mark, or everywhere.</summary>
internal sealed class DigitLane
{
    private readonly ImmutableArray<CompiledRule> _rules;
    private readonly int[] _members;
    private readonly AnchorGate[]?[] _gates = new AnchorGate[]?[AnchorNeighbours.LongestRun];

    public DigitLane(TextMark mark, ImmutableArray<CompiledRule> rules)
    {
        Mark = mark;
        _rules = rules;
        _members = [.. Enumerable.Range(0, rules.Length).Where(i => rules[i].Anchor.Kind == AnchorKind.Digits && rules[i].Anchor.Mark == mark)];
    }

    /// <summary>What a text has near each match.</summary>
    public TextMark Mark { get; }

    public bool IsEmpty => _members.Length == 0;

    /// <summary>The rules that a run of so many digits can begin.</summary>
    public AnchorGate[] GatesOf(int digits)
    {
        // The last stands for all longer runs.
        var run = Math.Min(digits, _gates.Length) - 1;
        return Volatile.Read(ref _gates[run]) ?? CreateGates()[run];
    }

    // Two threads may do this at once; what they make is the same.
    private AnchorGate[][] CreateGates()
    {
        var runs = _members.ToDictionary(
            rule => rule,
            rule => _rules[rule] is { Anchor.RunStartOnly: true, Graph.Value: { } graph } ? AnchorNeighbours.OfDigitRuns(graph) : null);
        AnchorGate[][] gates = [.. Enumerable.Range(0, AnchorNeighbours.LongestRun)
            .Select(i => AnchorGate.Create(_members, rule => runs[rule]?[i] ?? AnchorNeighbours.Any))];
        for (var i = 0; i < gates.Length; i++)
        {
            Volatile.Write(ref _gates[i], gates[i]);
        }

        return gates;
    }
}
