using System.Collections.Immutable;
using System.Text.Json;

namespace LumenArgus.Scanning.Rules.Files;

/// <summary>What one read of a rule file has found so far.</summary>
internal sealed class RuleFileContext
{
    private readonly int[] _lineEnds;
    private readonly List<RuleFileProblem> _problems = [];
    private readonly Dictionary<(string Detector, string Name), int> _names = [];
    private readonly ImmutableArray<RuleFileEntry>.Builder _rules = ImmutableArray.CreateBuilder<RuleFileEntry>();
    private string _rule = "";

    public RuleFileContext(ReadOnlySpan<byte> json)
    {
        var ends = new List<int>();
        for (var i = 0; i < json.Length; i++)
        {
            if (json[i] == '\n')
            {
                ends.Add(i);
            }
        }

        _lineEnds = [.. ends];
    }

    public ImmutableArray<RuleFileEntry> Rules => _rules.ToImmutable();

    public ImmutableArray<RuleFileProblem> Problems => [.. _problems.OrderBy(static problem => problem.Line)];

    public int ProblemCount => _problems.Count;

    /// <summary>From now on problems are about this rule, or about none.</summary>
    public void Enter(string rule) => _rule = rule;

    public int LineOf(ref Utf8JsonReader reader)
    {
        var found = Array.BinarySearch(_lineEnds, (int)reader.TokenStartIndex);
        return (found < 0 ? ~found : found) + 1;
    }

    public void Add(ref Utf8JsonReader reader, string message) => Add(LineOf(ref reader), message);

    public void Add(int line, string message) => _problems.Add(new RuleFileProblem(line, _rule, message));

    public void Add(RuleFileEntry entry)
    {
        if (_names.TryAdd((entry.Rule.Detector, entry.Rule.Name), entry.Line))
        {
            _rules.Add(entry);
        }
        else
        {
            Add(entry.Line, $"has the name of the rule in line {_names[(entry.Rule.Detector, entry.Rule.Name)]}");
        }
    }
}
