namespace LumenArgus.Storage.WebSockets;

/// <summary>A WebSocket connection as the table holds it. Times are seconds since 1970.</summary>
public sealed record WebSocketConnection
{
    /// <summary>A UUID.</summary>
    public required string Id { get; init; }

    /// <summary>Where it went.</summary>
    public required string TargetUrl { get; init; }

    /// <summary>The header Origin.</summary>
    public string Origin { get; init; } = "";

    /// <summary>Its begin.</summary>
    public double ConnectedAt { get; init; }

    /// <summary>Its end; null while it is open.</summary>
    public double? DisconnectedAt { get; init; }

    /// <summary>How long it lasted.</summary>
    public double? DurationSeconds { get; init; }

    /// <summary>Frames to the server.</summary>
    public long FramesSent { get; init; }

    /// <summary>Frames from the server.</summary>
    public long FramesReceived { get; init; }

    /// <summary>Findings in both directions.</summary>
    public long FindingsCount { get; init; }

    /// <summary>The close code; null while it is open or if there was none.</summary>
    public long? CloseCode { get; init; }
}
