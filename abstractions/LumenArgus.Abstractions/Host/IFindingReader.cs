using LumenArgus.Abstractions.Model;

namespace LumenArgus.Abstractions.Host;

/// <summary>Reads stored findings. Capability <c>findings.read</c>.</summary>
public interface IFindingReader
{
    /// <summary>Reads findings, the newest first.</summary>
    /// <param name="search">Which.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>A page of them; empty where there is no database.</returns>
    /// <exception cref="InvalidOperationException">The database cannot be read now, or the plugin lacks the capability.</exception>
    ValueTask<FindingSearchResult> ReadAsync(FindingSearch search, CancellationToken cancellationToken);
}
