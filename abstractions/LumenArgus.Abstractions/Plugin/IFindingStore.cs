using System.Collections.Immutable;
using LumenArgus.Abstractions.Model;

namespace LumenArgus.Abstractions.Plugin;

/// <summary>
/// The seed's analytics store: keeps the findings in the place of the host's own database, and answers what dashboard and plugins ask about them. One of all plugins is used. Calls come several at a
/// time, those of <see cref="RecordAsync"/> one by one. A matched value is never among what it gets.
/// </summary>
public interface IFindingStore
{
    /// <summary>
    /// Records a batch, off the path of the traffic. Budget 10 seconds; while it fails, findings wait and the batch is given again: a finding with the content, conversation and exchange of one that is there is
    /// that one. What no longer finds room is lost, and counted.
    /// </summary>
    /// <param name="batch">New findings, and findings that were seen again.</param>
    /// <param name="cancellationToken">Cancelled when the budget is spent.</param>
    /// <returns>For each new finding its number, which grows from one to the next; 0 for one that is only another sight of a finding that is there.</returns>
    ValueTask<ImmutableArray<long>> RecordAsync(FindingBatch batch, CancellationToken cancellationToken);

    /// <summary>Reads findings, those with the highest numbers first. Budget 5 seconds, as of all that reads.</summary>
    /// <param name="search">Which.</param>
    /// <param name="cancellationToken">Cancelled when the budget is spent or the caller has left.</param>
    /// <returns>A page of them, and how many match whatever <see cref="FindingSearch.Before"/>, <see cref="FindingSearch.Offset"/> and <see cref="FindingSearch.Limit"/> say.</returns>
    ValueTask<FindingSearchResult> SearchAsync(FindingSearch search, CancellationToken cancellationToken);

    /// <summary>Reads one finding.</summary>
    /// <param name="id">Its number.</param>
    /// <param name="cancellationToken">Cancelled when the budget is spent or the caller has left.</param>
    /// <returns>The finding; null if there is none.</returns>
    ValueTask<StoredFinding?> FindAsync(long id, CancellationToken cancellationToken);

    /// <summary>Counts findings by what they have in common.</summary>
    /// <param name="search">Which; its cursor, offset and limit mean nothing here.</param>
    /// <param name="by">What they are counted by.</param>
    /// <param name="cancellationToken">Cancelled when the budget is spent or the caller has left.</param>
    /// <returns>One entry for each combination that occurs, in any order.</returns>
    ValueTask<ImmutableArray<FindingCount>> CountAsync(FindingSearch search, ImmutableArray<FindingKey> by, CancellationToken cancellationToken);

    /// <summary>Reads the conversations that have findings, the one with the newest first.</summary>
    /// <param name="search">Which.</param>
    /// <param name="cancellationToken">Cancelled when the budget is spent or the caller has left.</param>
    /// <returns>A page of them, and how many there are.</returns>
    ValueTask<FindingSessions> SessionsAsync(FindingSessionSearch search, CancellationToken cancellationToken);
}
