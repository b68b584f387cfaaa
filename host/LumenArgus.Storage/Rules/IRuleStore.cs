namespace LumenArgus.Storage.Rules;

/// <summary>The table of rules: the operator's view of what is looked for.</summary>
public interface IRuleStore
{
    /// <summary>Reads all rules, by name.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The rules.</returns>
    Task<IReadOnlyList<StoredRule>> ListAsync(CancellationToken cancellationToken);

    /// <summary>Reads one rule.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The rule, or null.</returns>
    Task<StoredRule?> FindAsync(string name, CancellationToken cancellationToken);

    /// <summary>Adds a rule.</summary>
    /// <param name="rule">The rule; number and times are set by the store.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>False if there is one of this name.</returns>
    Task<bool> AddAsync(StoredRule rule, CancellationToken cancellationToken);

    /// <summary>Replaces a rule but for its number, hits and creation.</summary>
    /// <param name="rule">The rule, found by its name.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>False if there is none of this name.</returns>
    Task<bool> UpdateAsync(StoredRule rule, CancellationToken cancellationToken);

    /// <summary>Deletes a rule.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>False if there is none of this name.</returns>
    Task<bool> DeleteAsync(string name, CancellationToken cancellationToken);
}
