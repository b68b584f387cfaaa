using System.Collections.Immutable;
using System.Globalization;
using LumenArgus.Abstractions.Model;
using LumenArgus.Forwarding.Bodies;
using LumenArgus.Inspection.Failing;
using LumenArgus.Inspection.Fingerprints;
using LumenArgus.Inspection.Generations;
using LumenArgus.Inspection.Mcp;
using LumenArgus.Inspection.Stripping;
using LumenArgus.PluginRuntime.Invocation;
using LumenArgus.PluginRuntime.Lanes;
using LumenArgus.PluginRuntime.Loading;
using Microsoft.Extensions.Logging;

namespace LumenArgus.Inspection.Inspecting;

/// <summary>Turns a body into a decision: scan, detectors that wait, policy, redaction. Never throws because of a plugin or of content.</summary>
public sealed partial class Inspector(
    ScanLanes lanes, PluginInvoker invoker, BodyBudget budget, ConversationMemory memory, TimeProvider clock, ILogger<Inspector> logger)
{
    // Below this a scan by the product's own code is about as short as the way to another thread and back: on a machine that does nothing else, waking one takes 50 to 100 us.
    private const int InlineBytes = 128 * 1024;

    // From here on a scan is so long that a person who waits behind it notices.
    private const int LongBytes = 1024 * 1024;

    // Each run excludes the plugin that hung, so this many can hang in one exchange before the rest is reported as not looked at.
    private const int MaxRuns = 3;

    private readonly PolicyStep _policy = new(lanes, invoker);
    private readonly OwnReplacements _own = new(lanes, invoker);
    private readonly AsyncDetectorStep _asyncDetectors = new(invoker);
    private readonly RedactStep _redact = new(lanes, invoker);
    private readonly StripStep _strip = new(lanes, invoker, budget, memory, clock, logger);
    private readonly PostScanStep _postScan = new(lanes, invoker);
    private int _scans;
    private int _longScans;

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
        if (!generation.LooksAtRequests && !request.HasOwnStage)
        {
            return new Decision { Scan = new ScanResult(), Session = request.Session, Model = request.Model };
        }

        var startedAt = clock.GetTimestamp();
        var decision = await DecideAsync(request, generation, cancellationToken);
        decision = decision with { Scan = decision.Scan with { ScanDurationMs = clock.GetElapsedTime(startedAt).TotalMilliseconds } };
        if (logger.IsEnabled(LogLevel.Debug))
        {
            var scan = decision.Scan;
            var stages = string.Join(", ", scan.StageTimings.Select(static stage => string.Create(CultureInfo.InvariantCulture, $"{stage.Key} {stage.Value:F2} ms")));
            Log.Scanned(logger, request.Request.RequestId, scan.ScanDurationMs, stages, scan.BytesScanned, scan.BytesSkipped, scan.BytesToRegex);
        }

        return decision;
    }

    private async ValueTask<Decision> DecideAsync(InspectionRequest request, Generation generation, CancellationToken cancellationToken)
    {
        var progress = new InspectionProgress();
        try
        {
            return await ScanAsync(request, generation, progress, cancellationToken);
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
            progress.Framework.Add(ScanFailure(generation, $"the scan failed ({failure.GetType().Name})"));
            return DecideOnProgress(progress, request, generation);
        }
    }

    private static Finding ScanFailure(Generation generation, string detail) => FailTable.Finding(FailCase.Scan, generation.Config, "pipeline", detail);

    // What is known counts, whatever else went wrong. A body that was to be edited or blocked is not sent because the rest failed.
    private static Decision DecideOnProgress(InspectionProgress progress, InspectionRequest request, Generation generation)
    {
        var snapshot = progress.Snapshot
            ?? new ScanSnapshot(
                progress.Mcp is { } mcp ? [.. request.Lacks, .. McpGuard.Refusals(mcp)] : request.Lacks,
                request.Session,
                request.Model,
                BytesScanned: 0,
                BytesSkipped: request.Body.Length,
                BytesToRegex: 0) { Mcp = progress.Mcp };
        var policy = generation.Policy.Evaluate([.. snapshot.Findings, .. progress.Framework], allowRedact: false);
        return snapshot.ToDecision(progress.Decided >= PolicyAction.Redact ? policy with { Action = PolicyAction.Block } : policy);
    }

    private async ValueTask<Decision> ScanAsync(
        InspectionRequest request, Generation generation, InspectionProgress progress, CancellationToken cancellationToken)
    {
        // Of a quarantined plugin each call tells that it was not made; only what cannot even be called is told here.
        if (generation.Config.Pipeline.OutboundDlp || request.HasOwnStage)
        {
            progress.Framework.AddRange(generation.InactiveDetectors()
                .Where(static inactive => inactive.State != PluginState.Quarantined).Select(inactive => DetectorFindings.Inactive(generation, inactive)));
        }

        var excluded = ImmutableHashSet<string>.Empty;
        for (var run = 1; ; run++)
        {
            var work = new ScanWork(request, generation, invoker, budget, memory, new StageTimer(clock), excluded);
            var isClean = false;
            try
            {
                var outcome = await RunAsync(work, generation, cancellationToken);
                if (outcome.Status == LaneStatus.Completed)
                {
                    var decision = await FinishAsync(work, request, generation, progress, cancellationToken);
                    isClean = decision.Scan.Findings.IsEmpty;
                    return decision;
                }

                progress.Framework.Add(DetectorFindings.Hung(generation, outcome.PluginId!, outcome.Operation!));
                excluded = excluded.Add(outcome.PluginId!);
                if (work.Latest is { } latest)
                {
                    progress.Take(latest);
                }

                if (run == MaxRuns)
                {
                    return GiveUp(work.Latest, excluded, request, generation, progress);
                }
            }
            finally
            {
                progress.Mcp ??= work.Mcp;

                // Nobody can say of a body that was not looked at to the end that it holds no secret.
                if (!isClean)
                {
                    work.MarkSensitive();
                }

                work.EndUse();
            }
        }
    }

    private static Decision GiveUp(
        ScanSnapshot? latest, ImmutableHashSet<string> excluded, InspectionRequest request, Generation generation, InspectionProgress progress)
    {
        if (latest is null)
        {
            progress.Framework.Add(ScanFailure(generation, "the rules were not through: too many plugins ran over their budget"));
        }

        var notAsked = generation.Detectors.Skip(latest?.DetectorsDone ?? 0).Select(static each => (each.Plugin, each.Part.Name))
            .Concat(generation.AsyncDetectors.Select(static each => (each.Plugin, each.Part.Name)))
            .Where(each => !excluded.Contains(each.Plugin.Id));
        progress.Framework.AddRange(notAsked.Select(each => DetectorFindings.NotAsked(generation, each.Plugin, each.Name)));
        return DecideOnProgress(progress, request, generation);
    }

    private async ValueTask<LaneOutcome> RunAsync(ScanWork work, Generation generation, CancellationToken cancellationToken)
    {
        var isLong = work.BodyLength >= LongBytes;
        if (isLong)
        {
            Interlocked.Increment(ref _longScans);
        }

        try
        {
            // Beside other scans the lanes are faster: they scan only, and nothing that arrives meanwhile waits behind them. Not where all of them have long ones to do.
            var isAlone = Interlocked.Increment(ref _scans) == 1;
            if (work.BodyLength < InlineBytes && !generation.CallsOthersCodeInScan && (isAlone || Volatile.Read(ref _longScans) >= lanes.Count))
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
        finally
        {
            Interlocked.Decrement(ref _scans);
            if (isLong)
            {
                Interlocked.Decrement(ref _longScans);
            }
        }
    }

    private async ValueTask<Decision> FinishAsync(
        ScanWork work, InspectionRequest request, Generation generation, InspectionProgress progress, CancellationToken cancellationToken)
    {
        work.Timer.Skip();
        progress.Take(work.Snapshot());
        progress.Framework.AddRange(await _asyncDetectors.RunAsync(work, request, generation, cancellationToken));
        var snapshot = progress.Take(work.Snapshot());
        var findings = await _own.LeaveOutAsync([.. snapshot.Findings, .. progress.Framework], generation, work.FaultKey, cancellationToken);
        var decision = RedactPlaces.BlockFixed(await _policy.DecideAsync(findings, generation, work, cancellationToken), work);
        progress.Decided = decision.Action;
        work.Timer.Mark(ScanStages.Policy);
        var result = snapshot.ToDecision(decision);
        result = result with { Scan = result.Scan with { StageTimings = work.Timer.ToTimings() } };
        if (decision.Action == PolicyAction.Redact)
        {
            result = await _redact.RunAsync(result, work, generation, cancellationToken);
        }
        else if (decision.Action == PolicyAction.Block && result.Mcp is null)
        {
            result = await _strip.RunAsync(result, work, request, generation, cancellationToken);
        }

        if (IsRememberable(result, findings.Length, work, generation))
        {
            work.Remember();
        }

        _postScan.Start(work, request, generation, result);
        return result;
    }

    // What was blocked or redacted comes again with the next turn and must be treated the same way; what was left out is tainted, and what was not is clean. And of a scan that was not complete in every respect nothing is
    // known: a finding of the host says so, and so does a detector that is not there. A finding that a hook added has no place that could be looked up.
    private static bool IsRememberable(Decision decision, int found, ScanWork work, Generation generation) =>
        decision.Scan.Action is not (PolicyAction.Block or PolicyAction.Redact)
        && work.IsComplete
        && decision.Scan.BytesSkipped == 0
        && decision.Scan.Findings.Length == found
        && decision.Scan.Findings.All(static finding => finding.Origin == FindingOrigin.Detector)
        && !generation.InactiveDetectors().Any();

    private static partial class Log
    {
        [LoggerMessage(EventId = 2001, EventName = nameof(ScanFailed), Level = LogLevel.Error, Message = "scan of request #{RequestId} failed: {Type}\n{Stack}")]
        public static partial void ScanFailed(ILogger logger, long requestId, string type, string stack);

        [LoggerMessage(
            EventId = 2002,
            EventName = nameof(Scanned),
            Level = LogLevel.Debug,
            Message = "scan of request #{RequestId}: {DurationMs:F2} ms ({Stages}); {Scanned} bytes looked at, {Skipped} not, {ToRegex} given to regular expressions")]
        public static partial void Scanned(ILogger logger, long requestId, double durationMs, string stages, long scanned, long skipped, long toRegex);
    }
}
