using System.Collections.Immutable;
using LumenArgus.Abstractions.Model;
using LumenArgus.Abstractions.Plugin;
using LumenArgus.Scanning.Fields;
using LumenArgus.Scanning.Findings;
using LumenArgus.Scanning.Rules.Marks;

namespace LumenArgus.Scanning.Rules;

/// <summary>All rules of a generation, immutable, shared by all threads. One pass per field finds the candidates of every rule.</summary>
public sealed class RuleIndex
{
    private RuleIndex(ImmutableArray<CompiledRule> rules, RuleIndexOptions options)
    {
        Rules = rules;
        Options = options;
        Lanes = [.. Enum.GetValues<TextMark>().Select(mark => new KeywordLane(mark, rules)).Where(lane => lane.Lengths.Length > 0)];
        DigitLanes = [.. Enum.GetValues<TextMark>().Select(mark => new DigitLane(mark, rules)).Where(lane => !lane.IsEmpty)];
        FileNameRules = Where(rules, AnchorKind.FileName);
        CaptureSlots = rules.Select(r => r.Matcher?.Slots ?? 2).DefaultIfEmpty(2).Max();
    }

    /// <summary>Number of rules in the index.</summary>
    public int Count => Rules.Length;

    internal ImmutableArray<CompiledRule> Rules { get; }

    internal RuleIndexOptions Options { get; }

    internal ImmutableArray<KeywordLane> Lanes { get; }

    internal ImmutableArray<DigitLane> DigitLanes { get; }

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

    private static int[] Where(ImmutableArray<CompiledRule> rules, AnchorKind kind) =>
        [.. Enumerable.Range(0, rules.Length).Where(i => rules[i].Anchor.Kind == kind)];
}
