namespace LumenArgus.Storage.WebSockets;

/// <summary>The WebSocket connections that went through.</summary>
public interface IWebSocketConnectionStore
{
    /// <summary>Queues a connection as it is now; one with the same identifier is replaced. Never waits; shed when the queue is full.</summary>
    /// <param name="connection">The connection.</param>
    void Record(WebSocketConnection connection);

    /// <summary>Reads a part of the connections.</summary>
    /// <param name="limit">Connections at most.</param>
    /// <param name="offset">Connections to skip.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The connections, the newest first.</returns>
    Task<IReadOnlyList<WebSocketConnection>> PageAsync(int limit, long offset, CancellationToken cancellationToken);

    /// <summary>Sums over the connections.</summary>
    /// <param name="since">Those that began at or after this.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The sums.</returns>
    Task<WebSocketStats> StatsAsync(DateTimeOffset since, CancellationToken cancellationToken);
}
