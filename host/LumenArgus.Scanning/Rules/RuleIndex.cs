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
        KeywordGates = [.. keywords.Select(k => AnchorGate.Create(k.Value, rule => Neighbours(rules[rule], k.Key)))];
        KeywordLengths = [.. keywords.Keys.Select(k => k.Length)];
        DigitGates = CreateDigitGates(rules);
        FileNameRules = Where(rules, AnchorKind.FileName);
        CaptureSlots = rules.Select(r => r.Matcher?.Slots ?? 2).DefaultIfEmpty(2).Max();
    }

    /// <summary>Number of rules in the index.</summary>
    public int Count => Rules.Length;

    internal ImmutableArray<CompiledRule> Rules { get; }

    internal RuleIndexOptions Options { get; }

    internal IKeywordSearch Keywords { get; }

    /// <summary>For each keyword the rules that it is a candidate of.</summary>
    internal AnchorGate[][] KeywordGates { get; }

    internal int[] KeywordLengths { get; }

    /// <summary>For runs of 1, 2, ... digits the rules that begin with them; the last stands for all longer runs.</summary>
    internal AnchorGate[][] DigitGates { get; }

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
            scan.ScanField(field);
        }

        if (FileNameRules.Length > 0)
        {
            scan.ScanFileNames();
        }

        scan.ReportSkipped();
    }

    private static AnchorNeighbours Neighbours(CompiledRule rule, string keyword) =>
        rule.Anchor.Distance == 0 && rule.Graph is { } graph ? AnchorNeighbours.OfKeyword(graph, keyword) : AnchorNeighbours.Any;

    private static AnchorGate[][] CreateDigitGates(ImmutableArray<CompiledRule> rules)
    {
        var users = Where(rules, AnchorKind.Digits);
        var runs = users.ToDictionary(rule => rule, rule => rules[rule] is { Anchor.RunStartOnly: true, Graph: { } graph } ? AnchorNeighbours.OfDigitRuns(graph) : null);
        return users.Length == 0 ? [] : [.. Enumerable.Range(0, AnchorNeighbours.LongestRun)
            .Select(i => AnchorGate.Create(users, rule => runs[rule]?[i] ?? AnchorNeighbours.Any))];
    }

    private static int[] Where(ImmutableArray<CompiledRule> rules, AnchorKind kind) =>
        [.. Enumerable.Range(0, rules.Length).Where(i => rules[i].Anchor.Kind == kind)];
}
