using LumenArgus.Abstractions.Model;
using LumenArgus.Inspection.Configuration;
using LumenArgus.Inspection.Failing;
using LumenArgus.Inspection.Generations;
using LumenArgus.PluginRuntime.Invocation;
using LumenArgus.Scanning.Fields;
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
            var (batch, left) = OwnedTexts.Copy(work.Document!, request.Provider, work.Model, work.Session, detector.Part.MaxCharacters);
            if (left > 0)
            {
                findings.Add(FailureFindings.Create(
                    FailMode.Open, FrameworkFindings.UnscannedType, Severity.Warning, $"detector.{detector.Part.Name}", $"{left} characters beyond its declared maximum"));
            }

            return (detector, result: invoker.InvokeAsync(
                new PluginCall(detector.Plugin, "detect") { FaultKey = work.FaultKey },
                async token => OwnedTexts.Checked(await detector.Part.Detector.DetectAsync(batch, token)),
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
}
