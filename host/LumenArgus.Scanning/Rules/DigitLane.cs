using System.Collections.Immutable;
using LumenArgus.Scanning.Rules.Marks;

namespace LumenArgus.Scanning.Rules;

/// <summary>The rules that are searched by their first digits in the same parts of a text: near a mark, or everywhere.</summary>
internal sealed class DigitLane
{
    private readonly ImmutableArray<CompiledRule> _rules;
    private readonly int[] _members;
    private readonly AnchorGate[]?[] _gates = new AnchorGate[]?[AnchorNeighbours.LongestRun];
    private DigitStarts? _starts;

    public DigitLane(TextMark mark, ImmutableArray<CompiledRule> rules)
    {
        Mark = mark;
        _rules = rules;
        _members = [.. Enumerable.Range(0, rules.Length).Where(i => rules[i].Anchor.Kind == AnchorKind.Digits && rules[i].Anchor.Mark == mark)];
    }

    /// <summary>What a text has near each match.</summary>
    public TextMark Mark { get; }

    public bool IsEmpty => _members.Length == 0;

    /// <summary>Which runs are worth a look; null if the processor cannot tell that quickly.</summary>
    public DigitStarts? Starts => !DigitStarts.IsSupported ? null : Volatile.Read(ref _starts) ?? CreateGates().Starts;

    /// <summary>The rules that a run of so many digits can begin.</summary>
    public AnchorGate[] GatesOf(int digits)
    {
        // The last stands for all longer runs.
        var run = Math.Min(digits, _gates.Length) - 1;
        return Volatile.Read(ref _gates[run]) ?? CreateGates().Gates[run];
    }

    // Two threads may do this at once; what they make is the same.
    private (AnchorGate[][] Gates, DigitStarts Starts) CreateGates()
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

        var starts = new DigitStarts(_members.Select(rule => runs[rule]));
        Volatile.Write(ref _starts, starts);
        return (gates, starts);
    }
}
