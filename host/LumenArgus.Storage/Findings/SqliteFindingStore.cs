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
        var from = FirstDay(days);
        return store.ReadAsync<IReadOnlyList<DayCount>>(connection => Trend(connection, from), cancellationToken);
    }

    public Task<IReadOnlyList<SessionSummary>> SessionsAsync(DateTimeOffset? since, int limit, CancellationToken cancellationToken) =>
        store.ReadAsync<IReadOnlyList<SessionSummary>>(connection => FindingSessionsReader.Read(connection, since, limit), cancellationToken);

    public Task<long> SessionCountAsync(DateTimeOffset? since, CancellationToken cancellationToken) =>
        store.ReadAsync(connection => FindingSessionsReader.Count(connection, since), cancellationToken);

    public Task<SessionSummary?> SessionAsync(string sessionId, CancellationToken cancellationToken) =>
        store.ReadAsync(connection => FindingSessionsReader.Find(connection, sessionId), cancellationToken);

    public Task<string?> FirstExchangeAsync(string sessionId, CancellationToken cancellationToken) =>
        store.ReadAsync(connection => FindingSessionsReader.FirstExchange(connection, sessionId), cancellationToken);

    public Task<FindingFacets> FacetsAsync(CancellationToken cancellationToken) => store.ReadAsync(FindingOverviewReader.Facets, cancellationToken);

    public Task<IReadOnlyList<ProjectSummary>> ProjectsAsync(int days, int limit, CancellationToken cancellationToken)
    {
        var from = FirstDay(days);
        return store.ReadAsync<IReadOnlyList<ProjectSummary>>(connection => FindingOverviewReader.Projects(connection, from, limit), cancellationToken);
    }

    public Task<IReadOnlyList<HourCount>> HoursAsync(int days, CancellationToken cancellationToken)
    {
        var from = FirstDay(days);
        return store.ReadAsync<IReadOnlyList<HourCount>>(connection => FindingOverviewReader.Hours(connection, from), cancellationToken);
    }

    public Task<IReadOnlyList<TypeSight>> SightsAsync(CancellationToken cancellationToken) =>
        store.ReadAsync<IReadOnlyList<TypeSight>>(FindingOverviewReader.Sights, cancellationToken);

    private string FirstDay(int days) =>
        StoreTime.Format(new DateTimeOffset(clock.GetUtcNow().UtcDateTime.Date.AddDays(1 - days), TimeSpan.Zero))[..StoreTime.DayLength];

    /// <summary>Counts by day, severity and action.</summary>
    internal static List<DayCount> Trend(SqliteConnection connection, string fromDay) => connection.Query<DayCount>(
        """
        SELECT day, severity, action_taken AS action, findings AS count
        FROM finding_daily WHERE namespace_id = 1 AND day >= @fromDay ORDER BY day, severity, action_taken
        """,
        new { fromDay }).AsList();
}
