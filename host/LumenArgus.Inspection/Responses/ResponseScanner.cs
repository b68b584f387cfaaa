using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using LumenArgus.Abstractions.Model;
using LumenArgus.Forwarding.Bodies;
using LumenArgus.Inspection.Configuration;
using LumenArgus.Inspection.Generations;
using LumenArgus.Inspection.Inspecting;
using LumenArgus.Inspection.Records;
using LumenArgus.PluginRuntime.Invocation;
using LumenArgus.PluginRuntime.Lanes;
using Microsoft.Extensions.Logging;

namespace LumenArgus.Inspection.Responses;

/// <summary>Scans responses after they have ended, one at a time: requests wait for a lane, responses for nobody.</summary>
public sealed partial class ResponseScanner(
    ScanLanes lanes, PluginInvoker invoker, BodyBudget budget, ExchangeRecorder recorder, TimeProvider clock, ILogger<ResponseScanner> logger) : IDisposable
{
    // Of responses that have ended and wait for their scan. Beyond it a response is reported as not looked at: memory must not grow with the load.
    private const long MaxWaitingBytes = 64L * 1024 * 1024;

    private readonly OwnReplacements _own = new(lanes, invoker);
    private readonly SemaphoreSlim _turn = new(1);
    private readonly Lock _lock = new();
    private readonly HashSet<Task> _running = [];
    private long _waitingBytes;

    /// <summary>Begins to watch a response.</summary>
    /// <param name="generation">The generation of its request, leased by the caller.</param>
    /// <param name="head">What its head says.</param>
    /// <returns>The watch; null where no stage looks at responses.</returns>
    public ResponseWatch? Watch(Generation generation, ResponseHead head)
    {
        ArgumentNullException.ThrowIfNull(generation);
        var pipeline = generation.Config.Pipeline;

        // Without the stage for the Model Context Protocol its answers are responses like others.
        var looksAtMcp = head.IsMcp && pipeline.McpResponses;
        return (looksAtMcp || pipeline.ScansResponses) && generation.TryAddReference()
            ? new ResponseWatch(this, generation, head with { IsMcp = looksAtMcp }, budget)
            : null;
    }

    /// <summary>Waits for the scans that have been started, so that the end of the process loses no finding.</summary>
    /// <param name="patience">The longest wait.</param>
    /// <returns>A task that ends when there are none any more.</returns>
    public async Task DrainAsync(TimeSpan patience)
    {
        Task all;
        lock (_lock)
        {
            all = Task.WhenAll(_running);
        }

        await Task.WhenAny(all, Task.Delay(patience, clock, CancellationToken.None));
    }

    /// <inheritdoc/>
    public void Dispose() => _turn.Dispose();

    internal void Start(ResponseWatch watch, ExchangeRecord record, bool isWhole)
    {
        var bytes = watch.KeptBytes;
        if (Interlocked.Add(ref _waitingBytes, bytes) - bytes > MaxWaitingBytes)
        {
            Follow(TellAsync(watch, record, bytes, new ResponseSnapshot(
                [ResponseFindings.Unscanned(FailMode.Open, bytes, "were not looked at: too many responses wait for their scan")], BytesScanned: 0, bytes, BytesToRegex: 0, DetectorsDone: 0)));
        }
        else
        {
            Follow(RunAsync(watch, record, isWhole, bytes));
        }
    }

    private void Follow(Task task)
    {
        lock (_lock)
        {
            _running.Add(task);
        }

        _ = task.ContinueWith(
            ended =>
            {
                lock (_lock)
                {
                    _running.Remove(ended);
                }
            },
            CancellationToken.None,
            TaskContinuationOptions.ExecuteSynchronously,
            TaskScheduler.Default);
    }

    private async Task RunAsync(ResponseWatch watch, ExchangeRecord record, bool isWhole, long bytes)
    {
        // Not on the thread that has just served the response.
        await Task.Yield();
        await _turn.WaitAsync();
        var startedAt = clock.GetTimestamp();
        ResponseSnapshot found;
        try
        {
            found = await ScanAsync(watch, record, isWhole);
        }
        finally
        {
            _turn.Release();
        }

        await TellAsync(watch, record, bytes, found, clock.GetElapsedTime(startedAt));
    }

    [SuppressMessage("Design", "CA1031:Do not catch general exception types", Justification = "Background loop: a defect of ours becomes a finding")]
    private async ValueTask<ResponseSnapshot> ScanAsync(ResponseWatch watch, ExchangeRecord record, bool isWhole)
    {
        if (watch.Failure is { } type)
        {
            return Failed(watch, type);
        }

        try
        {
            var job = new ResponseScanJob(watch, record, isWhole, invoker);
            var outcome = await lanes.RunAsync(job, CancellationToken.None);
            return outcome.Status == LaneStatus.Completed ? job.Latest! : WithHung(job.Latest, outcome, watch);
        }
        catch (OperationCanceledException)
        {
            return Failed(watch, "the process ends");
        }
        catch (Exception failure)
        {
            // Type and stack only: a message may quote the response.
            Log.ScanFailed(logger, record.RequestId, failure.GetType().Name, failure.StackTrace ?? "");
            return Failed(watch, failure.GetType().Name);
        }
    }

    private static ResponseSnapshot Failed(ResponseWatch watch, string why) => new(
        [ResponseFindings.Failed(FailMode.Open, "response", $"the scan of the response failed ({why})")], BytesScanned: 0, watch.KeptBytes, BytesToRegex: 0, DetectorsDone: 0);

    // What was found before the call that never came back counts; those behind it are told.
    private static ResponseSnapshot WithHung(ResponseSnapshot? latest, LaneOutcome outcome, ResponseWatch watch)
    {
        var generation = watch.Generation;
        latest ??= Failed(watch, "the rules were not through");
        var notAsked = generation.Detectors.Skip(latest.DetectorsDone).Where(part => part.Plugin.Id != outcome.PluginId)
            .Select(part => DetectorFindings.NotAsked(generation, part.Plugin, part.Part.Name));
        return latest with { Findings = [.. latest.Findings, DetectorFindings.Hung(generation, outcome.PluginId!, outcome.Operation!), .. notAsked] };
    }

    [SuppressMessage("Design", "CA1031:Do not catch general exception types", Justification = "Background loop: nobody waits for this task")]
    private async Task TellAsync(ResponseWatch watch, ExchangeRecord record, long bytes, ResponseSnapshot found, TimeSpan duration = default)
    {
        try
        {
            var others = await _own.LeaveOutAsync(found.Findings, watch.Generation, record.Session.SessionId, CancellationToken.None);
            var findings = others.Select(finding => watch.IsMcp ? ResponseFindings.InMcp(finding) : ResponseFindings.At(finding)).ToImmutableArray();
            var decision = watch.Generation.Policy.Evaluate(findings, allowRedact: false);
            await recorder.ResponseScannedAsync(record with
            {
                IsResponse = true,
                ToolDefinitions = found.ToolDefinitions,
                Session = LabelMask.Of(record.Session, findings),
                Model = LabelMask.Of(record.Model, findings),
                Scan = new ScanResult
                {
                    Findings = [.. decision.Findings.Select(ResponseFindings.Told)],
                    Action = decision.Action >= PolicyAction.Redact ? PolicyAction.Alert : decision.Action,
                    ScanDurationMs = duration.TotalMilliseconds,
                    BytesScanned = found.BytesScanned,
                    BytesSkipped = found.BytesSkipped,
                    BytesToRegex = found.BytesToRegex,
                },
            });
        }
        catch (Exception failure)
        {
            Log.RecordFailed(logger, record.RequestId, failure.GetType().Name, failure.StackTrace ?? "");
        }
        finally
        {
            Interlocked.Add(ref _waitingBytes, -bytes);
            watch.Release();
        }
    }

    private static partial class Log
    {
        [LoggerMessage(EventId = 2090, EventName = "ResponseScanFailed", Level = LogLevel.Error, Message = "scan of the response to request #{RequestId} failed: {Type}\n{Stack}")]
        public static partial void ScanFailed(ILogger logger, long requestId, string type, string stack);

        [LoggerMessage(
            EventId = 2091, EventName = "ResponseRecordFailed", Level = LogLevel.Error, Message = "what was found in the response to request #{RequestId} could not be recorded: {Type}\n{Stack}")]
        public static partial void RecordFailed(ILogger logger, long requestId, string type, string stack);
    }
}
