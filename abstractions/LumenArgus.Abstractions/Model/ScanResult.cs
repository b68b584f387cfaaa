using System.Collections.Immutable;

namespace LumenArgus.Abstractions.Model;

/// <summary>What the scan of one exchange gave.</summary>
public sealed record ScanResult
{
    /// <summary>All findings, equal ones joined, each with its resolved action.</summary>
    public ImmutableArray<Finding> Findings { get; init; } = [];

    /// <summary>The action that won.</summary>
    public PolicyAction Action { get; init; }

    /// <summary>Time from the first step of the scan to the decision, in milliseconds.</summary>
    public double ScanDurationMs { get; init; }

    /// <summary>Milliseconds per stage: <c>extraction</c>, <c>encoding_decode</c>, <c>fingerprint</c>, <c>outbound_dlp</c>, <c>policy</c>. A stage that did not run is absent.</summary>
    public IReadOnlyDictionary<string, double> StageTimings { get; init; } = ImmutableDictionary<string, double>.Empty;

    /// <summary>UTF-8 bytes of field text that were looked at.</summary>
    public long BytesScanned { get; init; }

    /// <summary>Bytes of the body that were found to be clean in an earlier request of the same conversation and were not looked at again.</summary>
    public long BytesKnown { get; init; }

    /// <summary>Bytes that were not looked at; each loss is also an <c>unscanned</c> finding.</summary>
    public long BytesSkipped { get; init; }

    /// <summary>Bytes handed to regular expressions: a share of <see cref="BytesScanned"/> that must stay bounded.</summary>
    public long BytesToRegex { get; init; }
}
