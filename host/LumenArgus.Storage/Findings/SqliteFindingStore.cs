using Dapper;
using LumenArgus.Storage.Database;
using Microsoft.Data.Sqlite;

namespace LumenArgus.Storage.Findings;

internal sealed class SqliteFindingStore(StoreAccess store, TimeProvider clock) : IFindingStore
{
    // Pages up to this are shared: more is what an export reads, and nobody else.
    private const int SharedRows = 50;

    // By the real clock: it is about the load of the machine, not about what is written in the rows.
    private readonly SharedReads _shared = new(store, TimeProvider.System);

    public Task<FindingPage> PageAsync(FindingFilter filter, int limit, long offset, CancellationToken cancellationToken) => limit <= SharedRows
        ? _shared.ReadAsync(("page", filter, limit, offset), connection => FindingPageReader.Read(connection, filter, limit, offset), cancellationToken)
        : store.ReadAsync(connection => FindingPageReader.Read(connection, filter, limit, offset), cancellationToken);

    public Task<FindingRow?> FindAsync(long id, CancellationToken cancellationToken) => store.ReadAsync(
        connection => connection.QueryFirstOrDefault<FindingRow>($"SELECT {FindingColumns.Read} FROM findings WHERE id = @id AND namespace_id = 1", new { id }),
        cancellationToken);

    public Task<FindingStats> StatsAsync(FindingFilter filter, CancellationToken cancellationToken) =>
        _shared.ReadAsync(("stats", filter), connection => FindingStatsReader.Read(connection, filter), cancellationToken);

    public Task<IReadOnlyList<DayCount>> TrendAsync(int days, CancellationToken cancellationToken)
    {
        var from = FirstDay(days);
        return _shared.ReadAsync<IReadOnlyList<DayCount>>(("trend", from), connection => Trend(connection, from), cancellationToken);
    }

    public Task<IReadOnlyList<SessionSummary>> SessionsAsync(DateTimeOffset? since, int limit, CancellationToken cancellationToken) =>
        limit <= SharedRows
            ? _shared.ReadAsync<IReadOnlyList<SessionSummary>>(("sessions", since, limit), connection => FindingSessionsReader.Read(connection, since, limit), cancellationToken)
            : store.ReadAsync<IReadOnlyList<SessionSummary>>(connection => FindingSessionsReader.Read(connection, since, limit), cancellationToken);

    public Task<long> SessionCountAsync(DateTimeOffset? since, CancellationToken cancellationToken) =>
        _shared.ReadAsync(("session count", since), connection => FindingSessionsReader.Count(connection, since), cancellationToken);

    public Task<IReadOnlyList<SessionSummary>> SessionsOfAsync(string sessionId, CancellationToken cancellationToken) =>
        store.ReadAsync<IReadOnlyList<SessionSummary>>(connection => FindingSessionsReader.Of(connection, sessionId), cancellationToken);

    public Task<string?> FirstExchangeAsync(string sessionId, CancellationToken cancellationToken) =>
        store.ReadAsync(connection => FindingSessionsReader.FirstExchange(connection, sessionId), cancellationToken);

    public Task<FindingFacets> FacetsAsync(CancellationToken cancellationToken) =>
        _shared.ReadAsync("facets", FindingOverviewReader.Facets, cancellationToken);

    public Task<IReadOnlyList<ProjectSummary>> ProjectsAsync(int days, int limit, CancellationToken cancellationToken)
    {
        var from = FirstDay(days);
        return _shared.ReadAsync<IReadOnlyList<ProjectSummary>>(("projects", from, limit), connection => FindingOverviewReader.Projects(connection, from, limit), cancellationToken);
    }

    public Task<IReadOnlyList<HourCount>> HoursAsync(int days, CancellationToken cancellationToken)
    {
        var from = FirstDay(days);
        return _shared.ReadAsync<IReadOnlyList<HourCount>>(("hours", from), connection => FindingOverviewReader.Hours(connection, from), cancellationToken);
    }

    public Task<IReadOnlyList<TypeSight>> SightsAsync(CancellationToken cancellationToken) =>
        _shared.ReadAsync<IReadOnlyList<TypeSight>>("sights", FindingOverviewReader.Sights, cancellationToken);

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
