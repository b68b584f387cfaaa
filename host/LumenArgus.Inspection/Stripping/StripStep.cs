using System.Collections.Immutable;
using LumenArgus.Abstractions.Model;
using LumenArgus.Forwarding.Bodies;
using LumenArgus.Inspection.Fingerprints;
using LumenArgus.Inspection.Generations;
using LumenArgus.Inspection.Inspecting;
using LumenArgus.PluginRuntime.Invocation;
using LumenArgus.PluginRuntime.Lanes;
using LumenArgus.Scanning.Edits;
using LumenArgus.Scanning.History;
using Microsoft.Extensions.Logging;

namespace LumenArgus.Inspection.Stripping;

/// <summary>
/// Where all that would block a request is in the history of its conversation, leaves it out and lets the rest go on, so that one pasted key does not end the
/// conversation. What goes on was scanned again; where that cannot be done safely the request is blocked as it would be without this step.
/// </summary>
internal sealed partial class StripStep(
    ScanLanes lanes, PluginInvoker invoker, BodyBudget budget, ConversationMemory memory, TimeProvider clock, ILogger logger)
{
    private readonly RedactStep _redact = new(lanes, invoker);
    private readonly OwnReplacements _own = new(lanes, invoker);

    public async ValueTask<Decision> RunAsync(
        Decision decision, ScanWork work, InspectionRequest request, Generation generation, CancellationToken cancellationToken)
    {
        if (!generation.Config.Pipeline.HistoryStrip || !request.CanStripHistory || StripPlanning.For(decision.Scan.Findings, work) is not { } plan)
        {
            return decision;
        }

        var obstacle = work.IsBodySigned ? "the sender has signed the body"
            : !work.IsComplete ? "only a part of the body could be read"
            : null;
        var result = plan.Outcome == StripOutcome.NotHistory ? decision with { LeavesWithNextTurn = plan.LeavesWithNextTurn && obstacle is null }
            : (plan.Reason ?? obstacle) is { } reason ? Keep(decision, request, reason)
            : await LeaveOutAsync(plan, decision, work, request, generation, cancellationToken);
        if (result.Scan.Action == PolicyAction.Block && plan.Turn is { } turn)
        {
            work.Refuse(StripPlanning.Blocking(decision.Scan.Findings), turn);
        }

        return result;
    }

    private async ValueTask<Decision> LeaveOutAsync(
        StripPlan plan, Decision decision, ScanWork work, InspectionRequest request, Generation generation, CancellationToken cancellationToken)
    {
        var body = SpanRemover.Apply(work.Document!.Body.Span, plan.Removals);
        var checkedBody = await CheckAsync(body, decision, work, request, generation, cancellationToken);
        if (checkedBody.Body is not { } left)
        {
            return Keep(decision, request, checkedBody.Problem!);
        }

        if (ContentEncoder.Encode(left, work.Codings) is not { } encoded)
        {
            return Keep(decision, request, "the edited body cannot be encoded like the received one");
        }

        Log.HistoryStripped(logger, request.Request.RequestId, plan.Messages, plan.Blocks, work.Document!.Body.Length - body.Length);
        return decision with
        {
            EditedBody = encoded,
            Scan = decision.Scan with
            {
                Action = PolicyAction.Strip,
                Findings = [.. decision.Scan.Findings.Select(static finding =>
                    finding.Action == PolicyAction.Block ? finding with { Action = PolicyAction.Strip } : finding)],
            },
        };
    }

    // A scan of its own over what is left, plugins included, against the same memory: what is known to be clean costs nothing, and what has come together by the
    // removal is looked at. Nothing of it is remembered.
    private async ValueTask<StrippedBody> CheckAsync(
        byte[] body, Decision decision, ScanWork work, InspectionRequest request, Generation generation, CancellationToken cancellationToken)
    {
        var lease = BodyLease.Own(body);
        var rest = request with { Body = lease, ContentEncodings = [], Session = work.Session };
        var again = new ScanWork(rest, generation, invoker, budget, memory, new StageTimer(clock), work.ExcludedPlugins);
        lease.Release();
        try
        {
            return await ScanAsync(again, generation, cancellationToken)
                ? await JudgeAsync(body, again, decision, generation, cancellationToken)
                : new StrippedBody(null, "what is left could not be scanned");
        }
        finally
        {
            again.EndUse();
        }
    }

    private async ValueTask<bool> ScanAsync(ScanWork work, Generation generation, CancellationToken cancellationToken)
    {
        work.AddUser();
        var job = new ScanJob(work);
        try
        {
            return (await lanes.RunAsync(job, cancellationToken)).Status == LaneStatus.Completed;
        }
        catch (OperationCanceledException) when (!job.Started)
        {
            work.EndUse();
            throw;
        }
    }

    private async ValueTask<StrippedBody> JudgeAsync(
        byte[] body, ScanWork again, Decision decision, Generation generation, CancellationToken cancellationToken)
    {
        var found = await _own.LeaveOutAsync(again.Snapshot().Findings, generation, again.FaultKey, cancellationToken);
        var findings = StripPlanning.Resolve(found, decision.Scan.Findings, generation);
        if (findings.Any(static finding => finding.Action == PolicyAction.Block))
        {
            return new StrippedBody(null, "something that blocks is still found without it");
        }

        if (!findings.Any(static finding => finding.Action == PolicyAction.Redact))
        {
            return new StrippedBody(body, null);
        }

        // What is to be redacted was not while all was blocked.
        var rest = decision with { Scan = decision.Scan with { Action = PolicyAction.Redact, Findings = findings } };
        var redacted = await _redact.RunAsync(rest, again, generation, cancellationToken);
        return redacted.EditedBody is { } edited ? new StrippedBody(edited, null) : new StrippedBody(null, "a value that is to be redacted could not be");
    }

    private Decision Keep(Decision decision, InspectionRequest request, string reason)
    {
        Log.HistoryKept(logger, request.Request.RequestId, reason);
        return decision with { Scan = decision.Scan with { Findings = decision.Scan.Findings.Add(StripPlanning.Kept(reason)) } };
    }

    /// <param name="Body">What goes on; null if nothing can.</param>
    /// <param name="Problem">Why nothing can.</param>
    private readonly record struct StrippedBody(byte[]? Body, string? Problem);

    private static partial class Log
    {
        [LoggerMessage(
            EventId = 2070,
            EventName = nameof(HistoryStripped),
            Level = LogLevel.Information,
            Message = "request #{RequestId} goes on without {Messages} message(s) and {Blocks} block(s) of its history ({Bytes} bytes)")]
        public static partial void HistoryStripped(ILogger logger, long requestId, int messages, int blocks, int bytes);

        [LoggerMessage(
            EventId = 2071,
            EventName = nameof(HistoryKept),
            Level = LogLevel.Warning,
            Message = "request #{RequestId} is blocked by its history, and the history cannot be left out: {Reason}")]
        public static partial void HistoryKept(ILogger logger, long requestId, string reason);
    }
}
