namespace LumenArgus.Storage.Allowlists;

/// <summary>Allowlist entries of the operator, beside those of the configuration.</summary>
public interface IAllowlistStore
{
    /// <summary>Reads all entries in the order in which they were made.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The entries.</returns>
    Task<IReadOnlyList<AllowlistEntry>> ListAsync(CancellationToken cancellationToken);

    /// <summary>Adds an entry, unless its list has the pattern.</summary>
    /// <param name="entry">The entry; number and times are set by the store.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>Its number; null if the pattern is there.</returns>
    Task<long?> AddAsync(AllowlistEntry entry, CancellationToken cancellationToken);

    /// <summary>Deletes an entry.</summary>
    /// <param name="id">Its number.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>False if there is none.</returns>
    Task<bool> DeleteAsync(long id, CancellationToken cancellationToken);
}
