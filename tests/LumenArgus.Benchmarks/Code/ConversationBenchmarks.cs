using BenchmarkDotNet.Attributes;
using LumenArgus.Abstractions.Model;
using LumenArgus.Benchmarks.Load;
using LumenArgus.Scanning.Decoding;
using LumenArgus.Scanning.Fields;
using LumenArgus.Scanning.Findings;
using LumenArgus.Scanning.Fingerprints;
using LumenArgus.Scanning.Rules;

namespace LumenArgus.Benchmarks.Code;

/// <summary>One turn of a conversation: of which nothing is known, of which all is, and with one new question. On the caller's thread.</summary>
[MemoryDiagnoser]
public class ConversationBenchmarks
{
    private readonly FingerprintKey _key = new();
    private readonly FingerprintContext _context = new(1, RuleStages.Request, WithSourceFiles: false);
    private readonly DecodeOptions _decoding = new();
    private readonly RememberedTexts _memory = new();
    private RuleIndex _index = null!;
    private byte[] _body = null!;
    private byte[] _next = null!;

    [Params(20, 400)]
    public int Kilobytes { get; set; }

    [GlobalSetup]
    public void Start()
    {
        _index = CommunityRules.BuildIndex();
        _body = CodeBody.Create(Kilobytes, Mode.Plain);
        _next = [.. _body.AsSpan(0, _body.Length - 2), .. """,{"role":"user","content":"and what does the second function do?"}]}"""u8];
        if (Scan(_body, commit: true) > 0 || Scan(_body, commit: false) > 0)
        {
            // Findings take another path, and would not be known.
            throw new InvalidOperationException("the body is not clean");
        }
    }

    [Benchmark]
    public int Walk()
    {
        using var document = BodyDocument.Parse(_body);
        return document.Count;
    }

    [Benchmark(Baseline = true)]
    public int Unknown()
    {
        using var document = BodyDocument.Parse(_body);
        return Scan(document);
    }

    [Benchmark]
    public int Known() => Scan(_body, commit: false);

    [Benchmark]
    public int OneNewQuestion() => Scan(_next, commit: false);

    private int Scan(byte[] body, bool commit)
    {
        using var document = BodyDocument.Parse(body);
        var recall = TextRecall.Start(document, _key, _context, _memory);
        var findings = Scan(document);
        if (commit)
        {
            recall.Commit(_memory);
        }

        return findings;
    }

    private int Scan(BodyDocument document)
    {
        var collector = new FindingCollector(document);
        var counters = new ScanCounters();
        TextDecoder.Expand(document, _decoding, collector, counters);
        _index.Scan(document, collector, counters);
        return collector.ToFindings().Length;
    }
}
