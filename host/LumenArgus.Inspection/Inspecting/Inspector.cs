using System.Collections.Immutable;
using LumenArgus.Abstractions.Model;
using LumenArgus.Forwarding.Bodies;
using LumenArgus.Inspection.Generations;
using LumenArgus.PluginRuntime.Invocation;
using LumenArgus.PluginRuntime.Lanes;
using LumenArgus.Scanning.Findings;
using Microsoft.Extensions.Logging;

namespace LumenArgus.Inspection.Inspecting;

/// <summary>Turns a body into a decision: scan, detectors that wait, policy, redaction. Never throws because of a plugin or of content.</summary>
public sealed partial class Inspector(
    ScanLanes lanes, PluginInvoker invoker, BodyBudget budget, TimeProvider clock, ILogger<Inspector> logger)
{
    // Below this a scan is shorter than the way to another thread and back.
    private const int InlineBytes = 64 * 1024;

    // Each run excludes the plugin that hung, so this many can hang in one exchange before the rest is reported as not looked at.
    private const int MaxRuns = 3;

    private readonly PolicyStep _policy = new(lanes, invoker);
    private readonly AsyncDetectorStep _asyncDetectors = new(invoker);
    private readonly RedactStep _redact = new(lanes, invoker);
    private readonly PostScanStep _postScan = new(lanes, invoker);

    /// <summary>Inspects one body.</summary>
    /// <param name="request">The body and what is known of it.</param>
    /// <param name="generation">Configuration, plugins and rules to use; leased by the caller.</param>
    /// <param name="cancellationToken">Cancelled when the caller has left.</param>
    /// <returns>What is to happen.</returns>
    /// <exception cref="OperationCanceledException">The caller has left.</exception>
    public async ValueTask<Decision> InspectAsync(InspectionRequest request, Generation generation, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(generation);
        if (!generation.Config.Pipeline.OutboundDlp)
        {
            return new Decision { Scan = new ScanResult(), Session = request.Session, Model = request.Model };
        }

        var startedAt = clock.GetTimestamp();
        try
        {
            var decision = await DecideAsync(request, generation, cancellationToken);
            return decision with { Scan = decision.Scan with { ScanDurationMs = clock.GetElapsedTime(startedAt).TotalMilliseconds } };
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw;
        }
#pragma warning disable CA1031 // Request boundary of the inspection: a defect of ours follows the fail table, it does not break the tool.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            // Type and stack only: a message may quote the body.
            Log.ScanFailed(logger, request.Request.RequestId, failure.GetType().Name, failure.StackTrace ?? "");
            return Failed(request, generation, $"the scan failed ({failure.GetType().Name})");
        }
    }

    private static Decision Failed(InspectionRequest request, Generation generation, string detail)
    {
        var finding = FailureFindings.Create(
            generation.Config.Fail.Scan, FrameworkFindings.ScanErrorType, Severity.Critical, "pipeline", detail);
        return new Decision
        {
            Scan = new ScanResult { Findings = [finding], Action = finding.Action!.Value, BytesSkipped = request.Body.Length },
            Session = request.Session,
            Model = request.Model,
        };
    }

    private async ValueTask<Decision> DecideAsync(InspectionRequest request, Generation generation, CancellationToken cancellationToken)
    {
        var framework = generation.InactiveDetectors().Select(inactive => DetectorFindings.Inactive(generation, inactive)).ToList();
        var excluded = ImmutableHashSet<string>.Empty;
        for (var run = 1; ; run++)
        {
            var work = new ScanWork(request, generation, invoker, budget, new StageTimer(clock), excluded);
            try
            {
                var outcome = await RunAsync(work, generation, cancellationToken);
                if (outcome.Status == LaneStatus.Completed)
                {
                    return await FinishAsync(work, request, generation, framework, cancellationToken);
                }

                framework.Add(DetectorFindings.Hung(generation, outcome.PluginId!, outcome.Operation!));
                excluded = excluded.Add(outcome.PluginId!);
                if (run == MaxRuns)
                {
                    return DecideOnSnapshot(work.BeforePlugins, request, generation, framework);
                }
            }
            finally
            {
                work.EndUse();
            }
        }
    }

    private async ValueTask<LaneOutcome> RunAsync(ScanWork work, Generation generation, CancellationToken cancellationToken)
    {
        if (generation.Detectors.IsEmpty && work.BodyLength < InlineBytes)
        {
            work.Run();
            return LaneOutcome.Completed;
        }

        work.AddUser();
        var job = new ScanJob(work);
        try
        {
            return await lanes.RunAsync(job, cancellationToken);
        }
        catch (OperationCanceledException) when (!job.Started)
        {
            work.EndUse();
            throw;
        }
    }

    private async ValueTask<Decision> FinishAsync(
        ScanWork work, InspectionRequest request, Generation generation, List<Finding> framework, CancellationToken cancellationToken)
    {
        work.Timer.Skip();
        framework.AddRange(await _asyncDetectors.RunAsync(work, request, generation, cancellationToken));
        var snapshot = work.Snapshot();
        if (!snapshot.Findings.IsEmpty)
        {
            work.MarkSensitive();
        }

        ImmutableArray<Finding> findings = [.. snapshot.Findings, .. framework];
        var decision = await _policy.DecideAsync(findings, generation, snapshot.Session.SessionId, cancellationToken);
        work.Timer.Mark(Stages.Policy);
        var result = new Decision
        {
            Scan = snapshot.ToResult(decision) with { StageTimings = work.Timer.ToTimings() },
            Session = snapshot.Session,
            Model = snapshot.Model,
        };
        if (decision.Action == PolicyAction.Redact)
        {
            result = await _redact.RunAsync(result, work, generation, cancellationToken);
        }

        _postScan.Start(work, request, generation, result);
        return result;
    }

    private Decision DecideOnSnapshot(ScanSnapshot? snapshot, InspectionRequest request, Generation generation, List<Finding> framework)
    {
        if (snapshot is null)
        {
            return Failed(request, generation, "no detector came back");
        }

        var decision = generation.Policy.Evaluate([.. snapshot.Findings, .. framework], allowRedact: false);
        return new Decision { Scan = snapshot.ToResult(decision), Session = snapshot.Session, Model = snapshot.Model };
    }

    private static partial class Log
    {
        [LoggerMessage(EventId = 2001, EventName = nameof(ScanFailed), Level = LogLevel.Error, Message = "scan of request #{RequestId} failed: {Type}\n{Stack}")]
        public static partial void ScanFailed(ILogger logger, long requestId, string type, string stack);
    }
}
