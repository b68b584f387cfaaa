using Dapper;
using LumenArgus.Storage.Database;
using Microsoft.Data.Sqlite;

namespace LumenArgus.Storage.Findings;

internal sealed class SqliteFindingStore(StoreAccess store, TimeProvider clock) : IFindingStore
{
    public Task<FindingPage> PageAsync(FindingFilter filter, int limit, long offset, CancellationToken cancellationToken) =>
        store.ReadAsync(connection => FindingPageReader.Read(connection, filter, limit, offset), cancellationToken);

    public Task<FindingRow?> FindAsync(long id, CancellationToken cancellationToken) => store.ReadAsync(
        connection => connection.QueryFirstOrDefault<FindingRow>($"SELECT {FindingColumns.Read} FROM findings WHERE id = @id AND namespace_id = 1", new { id }),
        cancellationToken);

    public Task<FindingStats> StatsAsync(FindingFilter filter, CancellationToken cancellationToken) =>
        store.ReadAsync(connection => FindingStatsReader.Read(connection, filter), cancellationToken);

    public Task<IReadOnlyList<DayCount>> TrendAsync(int days, CancellationToken cancellationToken)
    {
        var from = StoreTime.Format(new DateTimeOffset(clock.GetUtcNow().UtcDateTime.Date.AddDays(1 - days), TimeSpan.Zero))[..StoreTime.DayLength];
        return store.ReadAsync<IReadOnlyList<DayCount>>(connection => Trend(connection, from), cancellationToken);
    }

    public Task<IReadOnlyList<SessionSummary>> SessionsAsync(DateTimeOffset? since, int limit, CancellationToken cancellationToken) =>
        store.ReadAsync<IReadOnlyList<SessionSummary>>(connection => FindingSessionsReader.Read(connection, since, limit), cancellationToken);

    /// <summary>Counts by day, severity and action.</summary>
    internal static List<DayCount> Trend(SqliteConnection connection, string fromDay) => connection.Query<DayCount>(
        """
        SELECT day, severity, action_taken AS action, findings AS count
        FROM finding_daily WHERE namespace_id = 1 AND day >= @fromDay ORDER BY day, severity, action_taken
        """,
        new { fromDay }).AsList();
}
