using LumenArgus.Abstractions.Model;
using LumenArgus.Inspection.Inspecting;
using LumenArgus.Inspection.Records;

namespace LumenArgus.Proxy.Control;

/// <summary>Counts exchanges for <c>/metrics</c> and <c>/health</c>. Labels come from bounded sets only.</summary>
internal sealed class ProxyMetrics : IExchangeSink
{
    // More types than all rules of the catalogue together; a plugin that invents types at run time ends in "other".
    private const int MaxFindingTypes = 2_000;
    private const int MaxProviders = 64;

    private long _requests;
    private long _active;
    private long _bytesScanned;
    private long _bytesSkipped;
    private long _bytesToRegex;

    public LabelledCounter Actions { get; } = new(16, "pass", "log", "alert", "redact", "block", "strip");

    public LabelledCounter FindingTypes { get; } = new(MaxFindingTypes);

    public LabelledCounter Providers { get; } = new(MaxProviders);

    public LabelledCounter Errors { get; } = new(MaxProviders);

    /// <summary>Messages of WebSocket connections that were looked at.</summary>
    public LabelledCounter WebSocketMessages { get; } = new(2, "inbound", "outbound");

    public Histogram ScanDuration { get; } = new();

    public LabelledHistogram StageDuration { get; } = new(ScanStages.All);

    public Histogram RequestDuration { get; } = new();

    public LabelledCounter ResponseActions { get; } = new(16, "pass", "log", "alert", "block");

    public Histogram ResponseScanDuration { get; } = new();

    public long Requests => Interlocked.Read(ref _requests);

    public long Active => Interlocked.Read(ref _active);

    public long BytesScanned => Interlocked.Read(ref _bytesScanned);

    public long BytesSkipped => Interlocked.Read(ref _bytesSkipped);

    public long BytesToRegex => Interlocked.Read(ref _bytesToRegex);

    public void Started()
    {
        Interlocked.Increment(ref _requests);
        Interlocked.Increment(ref _active);
    }

    public void Ended() => Interlocked.Decrement(ref _active);

    /// <summary>Counts a scan.</summary>
    public void Scanned(ScanResult scan)
    {
        ScanDuration.Observe(TimeSpan.FromMilliseconds(scan.ScanDurationMs));
        foreach (var (stage, milliseconds) in scan.StageTimings)
        {
            StageDuration.Observe(stage, TimeSpan.FromMilliseconds(milliseconds));
        }

        CountBytes(scan);
    }

    public ValueTask DecidedAsync(ExchangeRecord record) => ValueTask.CompletedTask;

    public void Completed(ExchangeRecord record)
    {
        // Neither sent nor blocked: refused before there was a decision.
        if (record.Passed || record.Scan.Action == PolicyAction.Block)
        {
            Actions.Add(record.ActionName);
            Scanned(record.Scan);
        }

        Providers.Add(record.Provider);
        CountFindings(record.Scan);
        RequestDuration.Observe(record.Duration);
        if (record.Error is not null)
        {
            Errors.Add(record.Provider);
        }
    }

    public ValueTask ResponseScannedAsync(ExchangeRecord record)
    {
        ResponseActions.Add(record.ActionName);
        ResponseScanDuration.Observe(TimeSpan.FromMilliseconds(record.Scan.ScanDurationMs));
        CountBytes(record.Scan);
        CountFindings(record.Scan);
        return ValueTask.CompletedTask;
    }

    private void CountBytes(ScanResult scan)
    {
        Interlocked.Add(ref _bytesScanned, scan.BytesScanned);
        Interlocked.Add(ref _bytesSkipped, scan.BytesSkipped);
        Interlocked.Add(ref _bytesToRegex, scan.BytesToRegex);
    }

    private void CountFindings(ScanResult scan)
    {
        foreach (var finding in scan.Findings)
        {
            FindingTypes.Add(finding.Type);
        }
    }
}
