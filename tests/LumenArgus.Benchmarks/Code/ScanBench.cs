using System.Collections.Immutable;
using LumenArgus.Abstractions.Model;
using LumenArgus.Scanning.Decoding;
using LumenArgus.Scanning.Fields;
using LumenArgus.Scanning.Findings;
using LumenArgus.Scanning.Policy;
using LumenArgus.Scanning.Rules;

namespace LumenArgus.Benchmarks.Code;

/// <summary>The scan as the product runs it, on the caller's thread: JSON walk, unescaping, decoding, rule index with sweep, findings, policy.</summary>
internal sealed class ScanBench(RuleIndex index)
{
    private readonly PolicyEngine _policy = new(new PolicyOptions(PolicyAction.Alert, ImmutableDictionary<string, PolicyAction>.Empty));
    private readonly DecodeOptions _decoding = new();

    public PolicyDecision Decide(byte[] body)
    {
        using var document = BodyDocument.Parse(body);
        var collector = new FindingCollector(document);
        var counters = new ScanCounters();
        TextDecoder.Expand(document, _decoding, collector, counters);
        index.Scan(document, collector, counters);
        return _policy.Evaluate(collector.ToFindings(), allowRedact: false);
    }

    /// <summary>As <see cref="Decide"/>; findings take another path, so a body that is to be clean has to be.</summary>
    /// <exception cref="InvalidOperationException">Something is found.</exception>
    public void MustBeClean(byte[] body)
    {
        var decision = Decide(body);
        if (decision.Action != PolicyAction.Pass)
        {
            throw new InvalidOperationException($"the body is not clean: {string.Join(", ", decision.Findings.Select(static finding => finding.Type))}");
        }
    }
}
