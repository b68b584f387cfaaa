namespace LumenArgus.Abstractions.Model;

/// <summary>What happened to a WebSocket connection.</summary>
public enum WebSocketEventKind
{
    /// <summary>The server has accepted it.</summary>
    Open = 0,

    /// <summary>Something was found in a message.</summary>
    FindingDetected = 1,

    /// <summary>It has ended.</summary>
    Close = 2,
}
