using LumenArgus.Abstractions.Host;
using LumenArgus.Abstractions.Model;
using LumenArgus.Forwarding.Bodies;
using LumenArgus.Inspection.Generations;
using LumenArgus.Inspection.Inspecting;
using LumenArgus.PluginRuntime.Manifests;

namespace LumenArgus.Inspection.PluginServices;

/// <summary>Scans texts for one plugin.</summary>
internal sealed class ScanService(PluginManifest manifest, CurrentGeneration current, Inspector inspector) : IScanService
{
    private const int MaxBytes = 16 * 1024 * 1024;

    // Where a request has its provider and method.
    private const string Provider = "plugin";
    private const string Method = "SCAN";

    public async ValueTask<ScanReport> ScanAsync(ReadOnlyMemory<byte> text, CancellationToken cancellationToken)
    {
        Capabilities.Demand(manifest, PluginCapability.Scan);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(text.Length, MaxBytes, nameof(text));
        using var lease = current.Acquire() ?? throw new InvalidOperationException("The host stops, or has not started.");

        // A copy: a detector that never returns may keep it for longer than the caller.
        var body = BodyLease.Own(text.ToArray());
        try
        {
            var request = new InspectionRequest
            {
                Request = new RequestInfo(0, Guid.CreateVersion7(), Method, manifest.Id),
                Provider = Provider,
                Body = body,
            };
            var decision = await inspector.InspectAsync(request, lease.Generation, cancellationToken);
            return new ScanReport(
                decision.Scan.Action,
                [.. decision.Scan.Findings.OrderBy(static finding => finding.Span?.Start ?? 0).Select(static finding => new ScanReportFinding(
                    finding.Detector, finding.Type, finding.Severity, finding.Location, finding.ValuePreview, finding.Span))]);
        }
        finally
        {
            body.Release();
        }
    }
}
