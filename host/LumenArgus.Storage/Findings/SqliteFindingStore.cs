using Dapper;
using LumenArgus.Storage.Database;
using Microsoft.Data.Sqlite;

namespace LumenArgus.Storage.Findings;

internal sealed class SqliteFindingStore(StoreAccess store, TimeProvider clock) : IFindingStore
{
    private const int MaxTypes = 20;
    private const int MaxModels = 20;
    private const int MaxClients = 50;

    public Task<FindingPage> PageAsync(FindingFilter filter, int limit, long offset, CancellationToken cancellationToken)
    {
        var query = new FindingQuery(filter);
        query.Parameters.Add("limit", limit);
        query.Parameters.Add("offset", offset);
        return store.ReadAsync(
            connection => new FindingPage(
                connection.Query<FindingRow>(
                    $"SELECT {FindingColumns.Read} FROM findings WHERE {query.Where} ORDER BY id DESC LIMIT @limit OFFSET @offset", query.Parameters).AsList(),
                connection.ExecuteScalar<long>($"SELECT COUNT(*) FROM findings WHERE {query.Where}", query.Parameters)),
            cancellationToken);
    }

    public Task<FindingRow?> FindAsync(long id, CancellationToken cancellationToken) => store.ReadAsync(
        connection => connection.QueryFirstOrDefault<FindingRow>($"SELECT {FindingColumns.Read} FROM findings WHERE id = @id AND namespace_id = 1", new { id }),
        cancellationToken);

    public Task<FindingStats> StatsAsync(FindingFilter filter, CancellationToken cancellationToken)
    {
        var query = new FindingQuery(filter);
        return store.ReadAsync(
            connection =>
            {
                // One moment for all counts: the writer goes on meanwhile.
                using var moment = connection.BeginTransaction(deferred: true);
                return new FindingStats
                {
                    Total = connection.ExecuteScalar<long>($"SELECT COUNT(*) FROM findings WHERE {query.Where}", query.Parameters, moment),
                    LastSeen = connection.ExecuteScalar<string?>($"SELECT MAX(timestamp) FROM findings WHERE {query.Where}", query.Parameters, moment),
                    BySeverity = Count(connection, moment, query, "severity"),
                    ByDetector = Count(connection, moment, query, "detector"),
                    ByType = Count(connection, moment, query, "finding_type", MaxTypes),
                    ByAction = Count(connection, moment, query, "action_taken"),
                    ByProvider = Count(connection, moment, query, "provider"),
                    ByModel = Count(connection, moment, query, "model", MaxModels),
                    ByClient = Count(connection, moment, query, "client_name", MaxClients),
                };
            },
            cancellationToken);
    }

    public Task<IReadOnlyList<DayCount>> TrendAsync(int days, CancellationToken cancellationToken)
    {
        var from = StoreTime.Format(new DateTimeOffset(clock.GetUtcNow().UtcDateTime.Date.AddDays(1 - days), TimeSpan.Zero));
        return store.ReadAsync<IReadOnlyList<DayCount>>(
            connection => connection.Query<DayCount>(
                """
                SELECT substr(timestamp, 1, 10) AS day, severity, action_taken AS action, COUNT(*) AS count
                FROM findings WHERE namespace_id = 1 AND timestamp >= @from
                GROUP BY 1, 2, 3 ORDER BY 1, 2, 3
                """,
                new { from }).AsList(),
            cancellationToken);
    }

    public Task<IReadOnlyList<SessionSummary>> SessionsAsync(DateTimeOffset? since, int limit, CancellationToken cancellationToken)
    {
        var from = since is { } time ? StoreTime.Format(time) : "";

        // With a single MAX the other columns come from the row that has it: the newest finding.
        return store.ReadAsync<IReadOnlyList<SessionSummary>>(
            connection => connection.Query<SessionSummary>(
                """
                SELECT *, (SELECT MIN(first_seen) FROM findings WHERE session_id = newest.session_id AND namespace_id = 1) AS first_seen
                FROM (
                    SELECT session_id, MAX(timestamp) AS last_seen, COUNT(*) AS finding_count,
                           SUM(severity = 'critical') AS critical_count, SUM(severity = 'high') AS high_count,
                           SUM(severity = 'warning') AS warning_count, SUM(severity = 'info') AS info_count,
                           provider, model, account_id, device_id, working_directory, git_branch, client_name
                    FROM findings WHERE namespace_id = 1 AND session_id != '' AND timestamp >= @from
                    GROUP BY session_id ORDER BY last_seen DESC LIMIT @limit
                ) AS newest
                ORDER BY last_seen DESC
                """,
                new { from, limit }).AsList(),
            cancellationToken);
    }

    private static List<NamedCount> Count(SqliteConnection connection, SqliteTransaction moment, FindingQuery query, string column, int limit = -1) =>
        connection.Query<NamedCount>(
            $"SELECT {column} AS name, COUNT(*) AS count FROM findings WHERE {query.Where} GROUP BY {column} ORDER BY count DESC, name LIMIT {limit}",
            query.Parameters,
            moment).AsList();
}
