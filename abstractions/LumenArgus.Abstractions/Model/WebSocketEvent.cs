using System.Collections.Immutable;

namespace LumenArgus.Abstractions.Model;

/// <summary>An event in the life of a WebSocket connection.</summary>
public sealed record WebSocketEvent
{
    /// <summary>What happened.</summary>
    public required WebSocketEventKind Kind { get; init; }

    /// <summary>Which connection, unique across processes.</summary>
    public required Guid ConnectionId { get; init; }

    /// <summary>When, UTC.</summary>
    public required DateTimeOffset Timestamp { get; init; }

    /// <summary>Where it goes, without query string.</summary>
    public required string TargetUrl { get; init; }

    /// <summary>Identifier of the provider, or <c>websocket</c> for a target that is none.</summary>
    public required string Provider { get; init; }

    /// <summary>The header Origin; empty if there is none.</summary>
    public string Origin { get; init; } = "";

    /// <summary>Who opened it.</summary>
    public SessionContext Session { get; init; } = SessionContext.Empty;

    /// <summary>With <see cref="WebSocketEventKind.FindingDetected"/>: what was found in the message, each with its resolved action. Locations begin with <c>ws.outbound</c> or <c>ws.inbound</c>.</summary>
    public ImmutableArray<Finding> Findings { get; init; } = [];

    /// <summary>Frames to the server so far.</summary>
    public long FramesSent { get; init; }

    /// <summary>Frames from the server so far.</summary>
    public long FramesReceived { get; init; }

    /// <summary>Findings so far.</summary>
    public long FindingsCount { get; init; }

    /// <summary>Since it was opened.</summary>
    public TimeSpan Duration { get; init; }

    /// <summary>With <see cref="WebSocketEventKind.Close"/>: the close code; 1005 if there was none in the close frame, 1006 if there was no close frame. Else null.</summary>
    public int? CloseCode { get; init; }
}
