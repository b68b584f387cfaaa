using System.Collections.Immutable;
using BenchmarkDotNet.Attributes;
using LumenArgus.Abstractions.Model;
using LumenArgus.Benchmarks.Load;
using LumenArgus.Scanning.Fields;
using LumenArgus.Scanning.Findings;
using LumenArgus.Scanning.Policy;
using LumenArgus.Scanning.Rules;

namespace LumenArgus.Benchmarks.Code;

/// <summary>Raw JSON bytes in, decision out, on one thread: parse, one pass of the rule index with all community rules, policy. The body is clean.</summary>
[MemoryDiagnoser]
public class ScanBenchmarks
{
    private readonly RuleIndex _index = CommunityRules.BuildIndex();
    private readonly PolicyEngine _policy = new(new PolicyOptions(PolicyAction.Alert, ImmutableDictionary<string, PolicyAction>.Empty));
    private byte[] _body = [];

    [Params(2, 20, 200, 2048)]
    public int Kilobytes { get; set; }

    [GlobalSetup]
    public void MakeBody()
    {
        _body = CodeBody.Create(Kilobytes, Mode.Sse);
        var decision = Decide();
        if (decision.Action != PolicyAction.Pass)
        {
            // Findings take another path, and the load tool sends the same texts.
            throw new InvalidOperationException($"the body is not clean: {string.Join(", ", decision.Findings.Select(static finding => finding.Type))}");
        }
    }

    [Benchmark(Baseline = true)]
    public int ParseOnly() => BodyDocument.Parse(_body).Count;

    [Benchmark]
    public PolicyDecision Decide()
    {
        var document = BodyDocument.Parse(_body);
        var collector = new FindingCollector(document);
        _index.Scan(document, collector, new ScanCounters());
        return _policy.Evaluate(collector.ToFindings(), allowRedact: false);
    }
}
