namespace LumenArgus.Storage.WebSockets;

/// <summary>Sums over WebSocket connections.</summary>
public sealed record WebSocketStats
{
    /// <summary>Connections.</summary>
    public long TotalConnections { get; init; }

    /// <summary>Frames to servers.</summary>
    public long TotalFramesSent { get; init; }

    /// <summary>Frames from servers.</summary>
    public long TotalFramesReceived { get; init; }

    /// <summary>Mean duration of the closed ones in seconds.</summary>
    public double AverageDuration { get; init; }

    /// <summary>Findings.</summary>
    public long TotalFindings { get; init; }
}
