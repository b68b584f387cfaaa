using System.Collections.Concurrent;
using System.Collections.Immutable;
using LumenArgus.Abstractions.Model;
using LumenArgus.Abstractions.Plugin;
using LumenArgus.Scanning.Fields;
using LumenArgus.Scanning.Findings;
using LumenArgus.Scanning.Rules.Keywords;
using LumenArgus.Scanning.Rules.Marks;

namespace LumenArgus.Scanning.Rules;

/// <summary>All rules of a generation, immutable, shared by all threads. One pass per field finds the candidates of every rule.</summary>
public sealed class RuleIndex
{
    // A hit at each place of a stretch: with less room the stretch is looked at again from where it was left.
    private const int TypicalHits = KeywordEnds.Stretch;

    // Fewer are compiled before other threads have begun.
    private const int ManyRules = 64;
    private const int RulesAtOnce = 32;

    private readonly ConcurrentQueue<ScanRoom> _rooms = new();

    private RuleIndex(ImmutableArray<CompiledRule> rules, RuleIndexOptions options)
    {
        Rules = rules;
        Options = options;
        Lanes = [.. Enum.GetValues<TextMark>().Select(mark => new KeywordLane(mark, rules)).Where(lane => lane.Lengths.Length > 0)];
        DigitLanes = [.. Enum.GetValues<TextMark>().Select(mark => new DigitLane(mark, rules)).Where(lane => !lane.IsEmpty)];
        FileNameRules = Where(rules, AnchorKind.FileName);
        HitBuffer = Lanes.Select(lane => lane.Search.MinBuffer).Append(TypicalHits).Max();
        CaptureSlots = rules.Select(r => r.Matcher?.Slots ?? 2).DefaultIfEmpty(2).Max();
    }

    /// <summary>Number of rules in the index.</summary>
    public int Count => Rules.Length;

    internal ImmutableArray<CompiledRule> Rules { get; }

    internal RuleIndexOptions Options { get; }

    internal ImmutableArray<KeywordLane> Lanes { get; }

    internal ImmutableArray<DigitLane> DigitLanes { get; }

    internal int[] FileNameRules { get; }

    /// <summary>Room for the hits of one search.</summary>
    internal int HitBuffer { get; }

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
        DetectionRule[] wanted = [.. rules.Where(r => (r.Stages & options.Stages) != RuleStages.None)];
        var ready = new CompiledRule?[wanted.Length];
        var reasons = new string[wanted.Length];
        if (wanted.Length < ManyRules)
        {
            Compile(0, wanted.Length);
        }
        else
        {
            Parallel.ForEach(Partitioner.Create(0, wanted.Length, RulesAtOnce), range => Compile(range.Item1, range.Item2));
        }

        var compiled = ImmutableArray.CreateBuilder<CompiledRule>(wanted.Length);
        var rejected = ImmutableArray.CreateBuilder<RejectedRule>();
        var names = new HashSet<(string, string)>();
        for (var i = 0; i < wanted.Length; i++)
        {
            if (!names.Add((wanted[i].Detector, wanted[i].Name)))
            {
                rejected.Add(new RejectedRule(wanted[i].Name, wanted[i].Detector, "the detector has another rule of this name"));
            }
            else if (ready[i] is { } rule)
            {
                compiled.Add(rule);
            }
            else
            {
                rejected.Add(new RejectedRule(wanted[i].Name, wanted[i].Detector, reasons[i]));
            }
        }

        void Compile(int from, int to)
        {
            for (var i = from; i < to; i++)
            {
                ready[i] = RuleCompiler.Compile(wanted[i], validators, options, out reasons[i]);
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

    /// <summary>Room for a scan, which nobody else has until it is given back.</summary>
    internal ScanRoom TakeRoom() => _rooms.TryDequeue(out var room) ? room : new ScanRoom(Rules.Length, HitBuffer, CaptureSlots);

    /// <summary>Takes room back.</summary>
    internal void GiveBack(ScanRoom room)
    {
        room.Quiet.EndBody();
        room.Marks.Dispose();
        _rooms.Enqueue(room);
    }

    private static int[] Where(ImmutableArray<CompiledRule> rules, AnchorKind kind) =>
        [.. Enumerable.Range(0, rules.Length).Where(i => rules[i].Anchor.Kind == kind)];
}
