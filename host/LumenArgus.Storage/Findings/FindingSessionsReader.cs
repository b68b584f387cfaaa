using Dapper;
using LumenArgus.Storage.Database;
using Microsoft.Data.Sqlite;

namespace LumenArgus.Storage.Findings;

/// <summary>Reads the conversations; what is not a count comes from the newest finding of each.</summary>
internal static class FindingSessionsReader
{
    private const string Columns =
        """
        SELECT s.session_id, s.api_key_hash, s.first_seen, s.last_seen, s.finding_count, s.critical_count, s.high_count, s.warning_count, s.info_count,
            f.provider, f.model, f.account_id, f.device_id, f.working_directory, f.git_branch, f.client_name
        FROM (
        """;

    private const string NewestFinding =
        """
        ) AS s
        CROSS JOIN findings AS f ON f.id = (
            SELECT id FROM findings WHERE session_id = s.session_id AND api_key_hash = s.api_key_hash AND namespace_id = 1 ORDER BY id DESC LIMIT 1)
        ORDER BY s.last_seen DESC, s.session_id DESC, s.api_key_hash DESC
        """;

    public static List<SessionSummary> Read(SqliteConnection connection, DateTimeOffset? since, int limit) => connection.Query<SessionSummary>(
        $"{Columns} SELECT * FROM finding_sessions WHERE namespace_id = 1 AND last_seen >= @from ORDER BY last_seen DESC, session_id DESC, api_key_hash DESC LIMIT @limit {NewestFinding}",
        new { from = From(since), limit }).AsList();

    public static List<SessionSummary> Of(SqliteConnection connection, string sessionId) => connection.Query<SessionSummary>(
        $"{Columns} SELECT * FROM finding_sessions WHERE session_id = @sessionId AND namespace_id = 1 {NewestFinding}", new { sessionId }).AsList();

    public static string? FirstExchange(SqliteConnection connection, string sessionId) => connection.QueryFirstOrDefault<string>(
        "SELECT exchange_id FROM findings INDEXED BY idx_findings_session WHERE session_id = @sessionId AND namespace_id = 1 ORDER BY id LIMIT 1", new { sessionId });

    public static long Count(SqliteConnection connection, DateTimeOffset? since) => connection.ExecuteScalar<long>(
        since is null ? "SELECT COUNT(*) FROM finding_sessions" : "SELECT COUNT(*) FROM finding_sessions WHERE last_seen >= @from", new { from = From(since) });

    private static string From(DateTimeOffset? since) => since is { } time ? StoreTime.Format(time) : "";
}
