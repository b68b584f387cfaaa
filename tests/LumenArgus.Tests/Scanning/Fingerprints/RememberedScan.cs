using System.Collections.Immutable;
using LumenArgus.Abstractions.Model;
using LumenArgus.Scanning.Allowlists;
using LumenArgus.Scanning.Decoding;
using LumenArgus.Scanning.Fields;
using LumenArgus.Scanning.Findings;
using LumenArgus.Scanning.Fingerprints;
using LumenArgus.Scanning.Rules;

namespace LumenArgus.Tests.Scanning.Fingerprints;

/// <summary>Scans bodies one after the other as turns of one conversation.</summary>
internal sealed class RememberedScan(RuleIndex index, AllowlistOptions? allowlist = null)
{
    private readonly Allowlist _allowlist = new(allowlist ?? new AllowlistOptions());
    private readonly FingerprintKey _key = new();

    public TextMemory Memory { get; } = new();

    public FingerprintContext Context { get; set; } = new(1, RuleStages.Request, WithSourceFiles: true);

    public ScanCounters Counters { get; private set; } = new();

    public long BytesKnown { get; private set; }

    /// <summary>Scans a body of which nothing is known.</summary>
    public ImmutableArray<Finding> Fresh(byte[] body)
    {
        using var document = BodyDocument.Parse(body);
        return Scan(document);
    }

    /// <summary>Scans the next turn.</summary>
    /// <param name="body">The body.</param>
    /// <param name="commit">Whether the decision was harmless.</param>
    public ImmutableArray<Finding> Turn(byte[] body, bool commit = true)
    {
        using var document = BodyDocument.Parse(body);
        var recall = TextRecall.Start(document, _key, Context, Memory);
        BytesKnown = recall.BytesKnown;
        var findings = Scan(document);
        if (commit)
        {
            recall.Commit(Memory);
        }

        return findings;
    }

    private ImmutableArray<Finding> Scan(BodyDocument document)
    {
        var collector = new FindingCollector(document, _allowlist);
        Counters = new ScanCounters();
        TextDecoder.Expand(document, new DecodeOptions(), collector, Counters);
        index.Scan(document, collector, Counters);
        return collector.ToFindings();
    }
}
