using System.Collections.Immutable;
using LumenArgus.Abstractions.Model;
using LumenArgus.Forwarding.WebSockets.Frames;
using LumenArgus.Forwarding.WebSockets.Messages;
using LumenArgus.Inspection.Configuration;
using LumenArgus.Inspection.Failing;
using LumenArgus.Inspection.Generations;
using LumenArgus.Inspection.Inspecting;
using LumenArgus.Inspection.Modes;
using LumenArgus.Inspection.Records;
using LumenArgus.Proxy.Control;
using LumenArgus.Proxy.Exchanges;
using LumenArgus.Storage.Hashing;

namespace LumenArgus.Proxy.WebSockets;

/// <summary>
/// Inspects the messages of one direction like the bodies of requests, each with the configuration that is in use when it comes. What was found leaves
/// by the exit of all findings; so does a clean message that names a model, for it is a request like one over HTTP.
/// </summary>
internal sealed class MessageInspection(
    RelayedConnection connection,
    bool isOutbound,
    int limit,
    ConnectionEvents events,
    CurrentGeneration current,
    Inspector inspector,
    ModeSwitch mode,
    ExchangeRecorder recorder,
    RequestNumbers numbers,
    HashKey conversationKey,
    ProxyMetrics metrics,
    TimeProvider clock) : IMessageJudge
{
    private const string Method = "WS";

    private readonly string _direction = isOutbound ? "outbound" : "inbound";

    public async ValueTask<MessageVerdict> JudgeAsync(RelayedMessage message, CancellationToken cancellationToken)
    {
        if (mode.IsPassthrough)
        {
            return MessageVerdict.Forward;
        }

        using var lease = current.Acquire() ?? throw new OperationCanceledException("The product has stopped.");
        var startedAt = clock.GetTimestamp();
        var decision = await inspector.InspectAsync(RequestFor(message, lease.Generation.Config.Fail), lease.Generation, cancellationToken);
        metrics.WebSocketMessages.Add(_direction);
        if (isOutbound && connection.Session.SessionId is null)
        {
            connection.Session = connection.Session with { SessionId = decision.Session.SessionId };
        }

        if (decision.Scan.Findings.IsEmpty && (decision.Model is null || !isOutbound))
        {
            metrics.Scanned(decision.Scan);
            return MessageVerdict.Forward;
        }

        decision = await RecordAsync(decision, message.Payload.Length, lease.Generation.Config.Fail, startedAt);
        if (decision.Scan.Action == PolicyAction.Block)
        {
            return MessageVerdict.Close(CloseCode.PolicyViolation, CloseReason.For(decision.Scan.Findings, isOutbound));
        }

        return decision.EditedBody is { } edited ? MessageVerdict.Replace(edited) : MessageVerdict.Forward;
    }

    public async ValueTask PassedUnseenAsync(long bytes)
    {
        if (mode.IsPassthrough)
        {
            return;
        }

        var startedAt = clock.GetTimestamp();
        var scan = new ScanResult { Findings = [Beyond(FailMode.Open, bytes)], Action = PolicyAction.Alert, BytesSkipped = bytes };
        await RecordAsync(new Decision { Scan = scan, Session = connection.Session }, bytes, fail: null, startedAt);
    }

    private InspectionRequest RequestFor(RelayedMessage message, FailConfig fail) => new()
    {
        // Answers come in thousands of small messages: only the ones that are recorded get a number of their own.
        Request = isOutbound ? numbers.Next(Method, connection.Request.Path) : connection.Request,
        Provider = connection.Provider,
        Body = message.Payload,
        Stage = isOutbound ? RuleStages.Request : RuleStages.Response,
        LocationPrefix = $"ws.{_direction}.",
        HasOwnStage = true,
        Labels = isOutbound ? connection.Labels : null,
        CanStripHistory = isOutbound && connection.Labels is not null,
        IsPart = !message.IsWhole,
        Lacks = [.. LacksOf(message, fail)],
        BytesLacking = message.IsWhole ? message.BytesBeyond : 0,
        Session = connection.Session,
        ConversationKey = isOutbound ? conversationKey : null,
    };

    private IEnumerable<Finding> LacksOf(RelayedMessage message, FailConfig fail)
    {
        if (message.Unreadable is { } reason)
        {
            yield return FailTable.Finding(
                FailCase.Decode, fail.Decode, Location, $"a message of {message.Payload.Length} bytes could not be read: {reason}");
        }

        // Of one that goes on, the rest is told when its size is known, unless there will be no rest.
        if (message is { IsWhole: true, BytesBeyond: > 0 } || (!message.IsWhole && fail.Oversize == FailMode.Closed))
        {
            yield return Beyond(fail.Oversize, message.BytesBeyond);
        }
    }

    private string Location => $"ws.{_direction}";

    private Finding Beyond(FailMode mode, long bytes) => FailTable.Finding(
        FailCase.Oversize, mode, Location, $"{bytes} bytes of a message lie beyond websocket.max_frame_size ({limit})");

    private async ValueTask<Decision> RecordAsync(Decision decision, long bytes, FailConfig? fail, long startedAt)
    {
        var request = numbers.Next(Method, connection.Request.Path);
        var record = await recorder.DecidedAsync(ToRecord(decision, request, bytes), fail);
        decision = decision with { Scan = record.Scan };
        var findings = decision.Scan.Findings;
        connection.AddFindings(findings.Length);
        await recorder.CompletedAsync(record with { StatusCode = record.Passed ? 101 : null, Duration = clock.GetElapsedTime(startedAt) });
        if (!findings.IsEmpty)
        {
            events.Found(findings);
        }

        return decision;
    }

    private ExchangeRecord ToRecord(Decision decision, RequestInfo request, long bytes) => new()
    {
        RequestId = request.RequestId,
        ExchangeId = request.ExchangeId,
        Timestamp = clock.GetUtcNow(),
        Method = Method,
        Path = request.Path,
        Provider = connection.Provider,
        Model = isOutbound ? decision.Model : null,
        Mcp = decision.Mcp,

        // What a server says of a session is not the word of who opened the connection.
        Session = isOutbound ? decision.Session : connection.Session,
        Scan = decision.Scan,
        Passed = decision.Scan.Action != PolicyAction.Block,
        RequestBytes = isOutbound ? bytes : 0,
        ResponseBytes = isOutbound ? 0 : bytes,
    };
}
