using System.Collections.Immutable;
using LumenArgus.Abstractions.Model;
using LumenArgus.Inspection.Generations;
using LumenArgus.Inspection.Inspecting;
using LumenArgus.Inspection.Live;
using LumenArgus.Storage.WebSockets;

namespace LumenArgus.Proxy.WebSockets;

/// <summary>Records the life of one connection in the store, and tells those who look and the plugins' hooks, behind the traffic and in order.</summary>
internal sealed class ConnectionEvents(
    RelayedConnection connection, IWebSocketConnectionStore? store, WebSocketHooks hooks, ILiveEvents live, CurrentGeneration current, TimeProvider clock)
{
    // A hook that is slower than the findings misses some of them; the store and the audit log have all.
    private const int MaxWaiting = 100;

    private readonly Lock _lock = new();
    private Task _last = Task.CompletedTask;
    private int _waiting;

    public void Opened()
    {
        Record(closeCode: null);
        Show("open", closeCode: null);
        Tell(WebSocketEventKind.Open, [], closeCode: null);
    }

    public void Found(ImmutableArray<Finding> findings)
    {
        Show("finding_detected", closeCode: null);
        if (Volatile.Read(ref _waiting) < MaxWaiting)
        {
            Tell(WebSocketEventKind.FindingDetected, findings, closeCode: null);
        }
    }

    public void Closed(int closeCode)
    {
        Record(closeCode);
        Show("close", closeCode);
        Tell(WebSocketEventKind.Close, [], closeCode);
    }

    private void Record(int? closeCode)
    {
        var duration = clock.GetElapsedTime(connection.StartedAt);
        var connectedAt = connection.OpenedAt.ToUnixTimeMilliseconds() / 1000.0;
        store?.Record(new WebSocketConnection
        {
            Id = connection.Id.ToString(),
            TargetUrl = connection.TargetUrl,
            Origin = connection.Origin,
            ConnectedAt = connectedAt,
            DisconnectedAt = closeCode is null ? null : connectedAt + duration.TotalSeconds,
            DurationSeconds = closeCode is null ? null : duration.TotalSeconds,
            FramesSent = connection.Relay.FramesSent,
            FramesReceived = connection.Relay.FramesReceived,
            FindingsCount = connection.Findings,
            CloseCode = closeCode,
        });
    }

    private void Show(string what, int? closeCode) => live.Publish("ws_connection", json =>
    {
        json.WriteString("event", what);
        json.WriteString("connection_id", connection.Id);
        json.WriteString("target_url", connection.TargetUrl);
        json.WriteString("provider", connection.Provider);
        json.WriteString("session_id", connection.Session.SessionId ?? "");
        json.WriteNumber("frames_sent", connection.Relay.FramesSent);
        json.WriteNumber("frames_received", connection.Relay.FramesReceived);
        json.WriteNumber("findings_count", connection.Findings);
        if (closeCode is { } code)
        {
            json.WriteNumber("close_code", code);
        }
    });

    private void Tell(WebSocketEventKind kind, ImmutableArray<Finding> findings, int? closeCode)
    {
        if (current.Peek?.HasWebSocketHooks != true)
        {
            return;
        }

        var told = new WebSocketEvent
        {
            Kind = kind,
            ConnectionId = connection.Id,
            Timestamp = clock.GetUtcNow(),
            TargetUrl = connection.TargetUrl,
            Provider = connection.Provider,
            Origin = connection.Origin,
            Session = connection.Session,
            Findings = findings,
            FramesSent = connection.Relay.FramesSent,
            FramesReceived = connection.Relay.FramesReceived,
            FindingsCount = connection.Findings,
            Duration = clock.GetElapsedTime(connection.StartedAt),
            CloseCode = closeCode,
        };
        lock (_lock)
        {
            Interlocked.Increment(ref _waiting);
            _last = TellAsync(_last, told);
        }
    }

    private async Task TellAsync(Task before, WebSocketEvent told)
    {
        await before;
        try
        {
            using var lease = current.Acquire();
            if (lease is not null)
            {
                await hooks.TellAsync(told, lease.Generation, CancellationToken.None);
            }
        }
        catch (OperationCanceledException)
        {
            // The lanes are stopped; there is no hook any more.
        }
        finally
        {
            Interlocked.Decrement(ref _waiting);
        }
    }
}
