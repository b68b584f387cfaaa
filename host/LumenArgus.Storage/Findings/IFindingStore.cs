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
}
