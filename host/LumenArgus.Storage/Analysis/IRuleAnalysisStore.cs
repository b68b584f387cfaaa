namespace LumenArgus.Storage.Analysis;

/// <summary>Results of the rule analysis.</summary>
public interface IRuleAnalysisStore
{
    /// <summary>Reads the newest result.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The result, or null.</returns>
    Task<RuleAnalysis?> LatestAsync(CancellationToken cancellationToken);

    /// <summary>Adds a result.</summary>
    /// <param name="analysis">The result.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>Its number.</returns>
    Task<long> AddAsync(RuleAnalysis analysis, CancellationToken cancellationToken);

    /// <summary>Replaces the dismissed pairs of a result.</summary>
    /// <param name="id">The result.</param>
    /// <param name="dismissedJson">A JSON array.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>False if there is no such result.</returns>
    Task<bool> SetDismissedAsync(long id, string dismissedJson, CancellationToken cancellationToken);
}
