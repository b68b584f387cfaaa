using LumenArgus.Abstractions.Plugin;

namespace Plugin._1;

/// <summary>Counts scans and findings, for <c>/metrics</c>. Called behind each scan, off the way of the request.</summary>
internal sealed class ScanCounter : IPostScanHook, IMetricsHook
{
    private long _scans;
    private long _findings;

    public void OnScanned(PostScanContext context)
    {
        Interlocked.Increment(ref _scans);
        Interlocked.Add(ref _findings, context.Result.Findings.Length);
    }

    public string GetMetrics() =>
        $"""
        # TYPE SAMPLE_WORD_scans_total counter
        SAMPLE_WORD_scans_total {Interlocked.Read(ref _scans)}
        # TYPE SAMPLE_WORD_findings_total counter
        SAMPLE_WORD_findings_total {Interlocked.Read(ref _findings)}

        """;
}
