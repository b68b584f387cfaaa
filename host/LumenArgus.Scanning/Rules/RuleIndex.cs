using System.Collections.Immutable;
using LumenArgus.Abstractions.Model;
using LumenArgus.Abstractions.Plugin;
using LumenArgus.Scanning.Fields;
using LumenArgus.Scanning.Findings;
using LumenArgus.Scanning.Rules.Keywords;

namespace LumenArgus.Scanning.Rules;

/// <summary>All rules of a generation, immutable, shared by all threads. One pass per field finds the candidates of every rule.</summary>
public sealed class RuleIndex
{
    // Gates are made when their keyword is first seen: most keywords never are, and to look through the patterns is half the cost of an index.
    private readonly (string Text, List<int> Rules)[] _keywordRules;
    private readonly AnchorGate[]?[] _keywordGates;
    private readonly int[] _digitRules;
    private readonly AnchorGate[]?[] _digitGates;

    private RuleIndex(ImmutableArray<CompiledRule> rules, RuleIndexOptions options)
    {
        Rules = rules;
        Options = options;
        var keywords = new SortedDictionary<string, List<int>>(StringComparer.Ordinal);
        for (var i = 0; i < rules.Length; i++)
        {
            foreach (var keyword in rules[i].Anchor.Keywords)
            {
                if (!keywords.TryGetValue(keyword, out var users))
                {
                    keywords.Add(keyword, users = []);
                }

                users.Add(i);
            }
        }

        Keywords = new KeywordSearch([.. keywords.Keys]);
        _keywordRules = [.. keywords.Select(k => (k.Key, k.Value))];
        _keywordGates = new AnchorGate[]?[keywords.Count];
        KeywordLengths = [.. keywords.Keys.Select(k => k.Length)];
        _digitRules = Where(rules, AnchorKind.Digits);
        _digitGates = new AnchorGate[]?[_digitRules.Length == 0 ? 0 : AnchorNeighbours.LongestRun];
        FileNameRules = Where(rules, AnchorKind.FileName);
        CaptureSlots = rules.Select(r => r.Matcher?.Slots ?? 2).DefaultIfEmpty(2).Max();
    }

    /// <summary>Number of rules in the index.</summary>
    public int Count => Rules.Length;

    internal ImmutableArray<CompiledRule> Rules { get; }

    internal RuleIndexOptions Options { get; }

    internal IKeywordSearch Keywords { get; }

    internal int[] KeywordLengths { get; }

    internal bool HasDigitRules => _digitRules.Length > 0;

    internal int[] FileNameRules { get; }

    /// <summary>Room for the captures of any rule.</summary>
    internal int CaptureSlots { get; }

    /// <summary>Compiles rules. A rule that cannot be compiled is rejected alone.</summary>
    /// <param name="rules">All enabled rules.</param>
    /// <param name="validators">Validators by name.</param>
    /// <param name="options">What the index is for.</param>
    /// <returns>The index and what is not in it.</returns>
    public static RuleIndexBuild Build(
        IReadOnlyList<DetectionRule> rules,
        IReadOnlyDictionary<string, IRuleValidator> validators,
        RuleIndexOptions options)
    {
        var compiled = ImmutableArray.CreateBuilder<CompiledRule>(rules.Count);
        var rejected = ImmutableArray.CreateBuilder<RejectedRule>();
        var names = new HashSet<(string, string)>();
        foreach (var rule in rules.Where(r => (r.Stages & options.Stages) != RuleStages.None))
        {
            if (!names.Add((rule.Detector, rule.Name)))
            {
                rejected.Add(new RejectedRule(rule.Name, rule.Detector, "the detector has another rule of this name"));
            }
            else if (RuleCompiler.Compile(rule, validators, options, out var reason) is { } ready)
            {
                compiled.Add(ready);
            }
            else
            {
                rejected.Add(new RejectedRule(rule.Name, rule.Detector, reason));
            }
        }

        return new RuleIndexBuild(new RuleIndex(compiled.ToImmutable(), options), rejected.ToImmutable());
    }

    /// <summary>Scans all fields of a body. Never throws on content.</summary>
    /// <param name="document">The body.</param>
    /// <param name="collector">Takes the hits, and what could not be scanned.</param>
    /// <param name="counters">Raised by the work done.</param>
    public void Scan(BodyDocument document, FindingCollector collector, ScanCounters counters)
    {
        using var scan = new RuleScan(this, document, collector, counters);
        for (var field = 0; field < document.Count; field++)
        {
            if (document.IsKnown(field))
            {
                continue;
            }

            if (collector.IsExempt(field))
            {
                document.Taint(field);
                counters.BytesExempt += document.IsView(field) ? 0 : document.Utf8(field).Length;
                continue;
            }

            scan.ScanField(field);
        }

        if (FileNameRules.Length > 0)
        {
            scan.ScanFileNames();
        }

        scan.ReportSkipped();
    }

    /// <summary>The rules that a keyword is a candidate of.</summary>
    internal AnchorGate[] GatesOf(int keyword) => Volatile.Read(ref _keywordGates[keyword]) ?? CreateKeywordGates(keyword);

    /// <summary>The rules that a run of so many digits can begin.</summary>
    internal AnchorGate[] GatesOfRun(int digits)
    {
        // The last stands for all longer runs.
        var run = Math.Min(digits, _digitGates.Length) - 1;
        return Volatile.Read(ref _digitGates[run]) ?? CreateDigitGates()[run];
    }

    // Two threads may do this at once; what they make is the same.
    private AnchorGate[] CreateKeywordGates(int keyword)
    {
        var (text, users) = _keywordRules[keyword];
        var gates = AnchorGate.Create(users, rule => Neighbours(Rules[rule], text));
        Volatile.Write(ref _keywordGates[keyword], gates);
        return gates;
    }

    private static AnchorNeighbours Neighbours(CompiledRule rule, string keyword) =>
        rule.Anchor.Distance == 0 && rule.Graph.Value is { } graph ? AnchorNeighbours.OfKeyword(graph, keyword) : AnchorNeighbours.Any;

    private AnchorGate[][] CreateDigitGates()
    {
        var runs = _digitRules.ToDictionary(
            rule => rule,
            rule => Rules[rule] is { Anchor.RunStartOnly: true, Graph.Value: { } graph } ? AnchorNeighbours.OfDigitRuns(graph) : null);
        AnchorGate[][] gates = [.. Enumerable.Range(0, AnchorNeighbours.LongestRun)
            .Select(i => AnchorGate.Create(_digitRules, rule => runs[rule]?[i] ?? AnchorNeighbours.Any))];
        for (var i = 0; i < gates.Length; i++)
        {
            Volatile.Write(ref _digitGates[i], gates[i]);
        }

        return gates;
    }

    private static int[] Where(ImmutableArray<CompiledRule> rules, AnchorKind kind) =>
        [.. Enumerable.Range(0, rules.Length).Where(i => rules[i].Anchor.Kind == kind)];
}
