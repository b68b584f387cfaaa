using Dapper;
using LumenArgus.Storage.Database;
using LumenArgus.Storage.Database.Writing;

namespace LumenArgus.Storage.WebSockets;

internal sealed class SqliteWebSocketConnectionStore(StoreAccess store) : IWebSocketConnectionStore
{
    private const string Upsert =
        """
        INSERT INTO ws_connections (id, target_url, origin, connected_at, disconnected_at, duration_seconds, frames_sent, frames_received, findings_count, close_code)
        VALUES (@Id, @TargetUrl, @Origin, @ConnectedAt, @DisconnectedAt, @DurationSeconds, @FramesSent, @FramesReceived, @FindingsCount, @CloseCode)
        ON CONFLICT (id) DO UPDATE SET disconnected_at = excluded.disconnected_at, duration_seconds = excluded.duration_seconds,
            frames_sent = excluded.frames_sent, frames_received = excluded.frames_received, findings_count = excluded.findings_count,
            close_code = excluded.close_code
        """;

    public void Record(WebSocketConnection connection) => store.TryAdd(new PassingWrite(Upsert, connection));

    public Task<IReadOnlyList<WebSocketConnection>> PageAsync(int limit, long offset, CancellationToken cancellationToken) =>
        store.ReadAsync<IReadOnlyList<WebSocketConnection>>(
            connection => connection.Query<WebSocketConnection>(
                """
                SELECT id, target_url, origin, connected_at, disconnected_at, duration_seconds, frames_sent, frames_received, findings_count, close_code
                FROM ws_connections WHERE namespace_id = 1 ORDER BY connected_at DESC LIMIT @limit OFFSET @offset
                """,
                new { limit, offset }).AsList(),
            cancellationToken);

    public Task<WebSocketStats> StatsAsync(DateTimeOffset since, CancellationToken cancellationToken)
    {
        var from = since.ToUnixTimeMilliseconds() / 1000.0;
        return store.ReadAsync(
            connection => connection.QuerySingle<WebSocketStats>(
                """
                SELECT COUNT(*) AS total_connections, COALESCE(SUM(frames_sent), 0) AS total_frames_sent,
                    COALESCE(SUM(frames_received), 0) AS total_frames_received, COALESCE(AVG(duration_seconds), 0.0) AS average_duration,
                    COALESCE(SUM(findings_count), 0) AS total_findings
                FROM ws_connections WHERE namespace_id = 1 AND connected_at >= @from
                """,
                new { from }),
            cancellationToken);
    }
}
