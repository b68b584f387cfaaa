namespace LumenArgus.Storage.Findings;

/// <summary>The read side of the findings.</summary>
public interface IFindingStore
{
    /// <summary>Reads a part of the findings that match.</summary>
    /// <param name="filter">Which.</param>
    /// <param name="limit">Rows at most.</param>
    /// <param name="offset">Rows to skip.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The rows, the newest first, and how many match.</returns>
    Task<FindingPage> PageAsync(FindingFilter filter, int limit, long offset, CancellationToken cancellationToken);

    /// <summary>Reads one finding.</summary>
    /// <param name="id">Its number.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The finding, or null.</returns>
    Task<FindingRow?> FindAsync(long id, CancellationToken cancellationToken);

    /// <summary>Counts the findings that match.</summary>
    /// <param name="filter">Which.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The counts.</returns>
    Task<FindingStats> StatsAsync(FindingFilter filter, CancellationToken cancellationToken);

    /// <summary>Counts findings by day, severity and action.</summary>
    /// <param name="days">Days up to today, today included.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The counts, the oldest day first; a day without findings is absent.</returns>
    Task<IReadOnlyList<DayCount>> TrendAsync(int days, CancellationToken cancellationToken);

    /// <summary>Lists the conversations that have findings; the counts are of the whole conversation.</summary>
    /// <param name="since">Only those with a finding seen at or after this; null for all.</param>
    /// <param name="limit">Conversations at most.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The conversations, the one with the newest finding first.</returns>
    Task<IReadOnlyList<SessionSummary>> SessionsAsync(DateTimeOffset? since, int limit, CancellationToken cancellationToken);

    /// <summary>Counts the conversations that have findings.</summary>
    /// <param name="since">Only those with a finding seen at or after this; null for all.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The number.</returns>
    Task<long> SessionCountAsync(DateTimeOffset? since, CancellationToken cancellationToken);

    /// <summary>Finds the conversations with one identifier: one for each key that it came with.</summary>
    /// <param name="sessionId">The identifier.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>Those with findings, the one with the newest first.</returns>
    Task<IReadOnlyList<SessionSummary>> SessionsOfAsync(string sessionId, CancellationToken cancellationToken);

    /// <summary>Says where a conversation got its first finding.</summary>
    /// <param name="sessionId">Its identifier.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The exchange; null if it has no finding.</returns>
    Task<string?> FirstExchangeAsync(string sessionId, CancellationToken cancellationToken);

    /// <summary>Lists what findings can be filtered by.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>All values that occur.</returns>
    Task<FindingFacets> FacetsAsync(CancellationToken cancellationToken);

    /// <summary>Lists the project folders that have findings.</summary>
    /// <param name="days">Days up to today, today included.</param>
    /// <param name="limit">Folders at most.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The folders, the one with most findings first.</returns>
    Task<IReadOnlyList<ProjectSummary>> ProjectsAsync(int days, int limit, CancellationToken cancellationToken);

    /// <summary>Counts findings by hour.</summary>
    /// <param name="days">Days up to today, today included.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The counts, the oldest hour first; an hour without findings is absent.</returns>
    Task<IReadOnlyList<HourCount>> HoursAsync(int days, CancellationToken cancellationToken);

    /// <summary>Says when each type was seen last.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>One entry for each type of a detector.</returns>
    Task<IReadOnlyList<TypeSight>> SightsAsync(CancellationToken cancellationToken);
}
