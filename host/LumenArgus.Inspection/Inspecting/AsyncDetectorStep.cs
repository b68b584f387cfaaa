using System.Collections.Immutable;
using LumenArgus.Abstractions.Model;
using LumenArgus.Inspection.Configuration;
using LumenArgus.Inspection.Failing;
using LumenArgus.Inspection.Generations;
using LumenArgus.PluginRuntime.Invocation;
using LumenArgus.Scanning.Findings;

namespace LumenArgus.Inspection.Inspecting;

/// <summary>Asks the detectors that wait, all at once, each with its own copy of the texts and a budget of wall time.</summary>
internal sealed class AsyncDetectorStep(PluginInvoker invoker)
{
    private static readonly TimeSpan Budget = TimeSpan.FromSeconds(2);

    /// <returns>Findings of the host about detectors that failed or got less than all; what they found is in the work's collector.</returns>
    public async ValueTask<IReadOnlyList<Finding>> RunAsync(
        ScanWork work, InspectionRequest request, Generation generation, CancellationToken cancellationToken)
    {
        if (generation.AsyncDetectors.IsEmpty || work.Collector is null)
        {
            return [];
        }

        var findings = new List<Finding>();
        var calls = generation.AsyncDetectors.Select(detector =>
        {
            var (batch, left) = Copy(work, request.Provider, detector.Part.MaxCharacters);
            if (left > 0)
            {
                findings.Add(FailureFindings.Create(
                    FailMode.Open, FrameworkFindings.UnscannedType, Severity.Warning, $"detector.{detector.Part.Name}", $"{left} characters beyond its declared maximum"));
            }

            return (detector, result: invoker.InvokeAsync(
                new PluginCall(detector.Plugin, "detect") { FaultKey = work.FaultKey },
                async token => Copy(await detector.Part.Detector.DetectAsync(batch, token)),
                Budget,
                cancellationToken).AsTask());
        }).ToList();
        foreach (var (detector, running) in calls)
        {
            var result = await running;
            if (result.Status == PluginCallStatus.Ok && result.Value is not null)
            {
                var outside = work.Collector!.AddDetectorHits(detector.Part.Name, result.Value);
                if (outside > 0)
                {
                    findings.Add(DetectorFindings.OutsideText(generation, detector.Plugin, detector.Part.Name, outside));
                }
            }
            else
            {
                findings.Add(DetectorFindings.Failed(generation, detector.Plugin, detector.Part.Name, result.Status));
            }
        }

        cancellationToken.ThrowIfCancellationRequested();
        return findings;
    }

    // Copied inside the call: a list of the plugin's own making runs plugin code.
    private static DetectorHit[] Copy(IReadOnlyList<DetectorHit> hits)
    {
        DetectorHit[] copy = [.. hits];
        return Array.TrueForAll(copy, static hit => !string.IsNullOrEmpty(hit?.Type) && Enum.IsDefined(hit.Severity))
            ? copy
            : throw new InvalidOperationException("A match is missing, or has no type.");
    }

    // Newest first: the end of the body is what the caller has just added.
    private static (OwnedScanBatch Batch, long Left) Copy(ScanWork work, string provider, int maxCharacters)
    {
        var fields = ImmutableArray.CreateBuilder<OwnedScanField>();
        var batch = new ScanBatch(work.Document!, provider, work.Model, work.Session);
        long left = 0;
        long room = maxCharacters;
        for (var i = batch.Count - 1; i >= 0; i--)
        {
            if (work.Document!.IsKnown(i))
            {
                continue;
            }

            var field = batch[i];
            if (field.Text.Length > room)
            {
                left += field.Text.Length;
                continue;
            }

            room -= field.Text.Length;
            fields.Add(new OwnedScanField(i, new string(field.Text), field.Role, field.SourceFile) { IsLatestTurn = field.IsLatestTurn });
        }

        return (new OwnedScanBatch(fields.ToImmutable(), provider, work.Model, work.Session), left);
    }
}
