namespace LumenArgus.Storage.Rules;

/// <summary>The table of rules: the operator's view of what is looked for.</summary>
public interface IRuleStore
{
    /// <summary>Reads all rules, by name.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The rules.</returns>
    Task<IReadOnlyList<StoredRule>> ListAsync(CancellationToken cancellationToken);

    /// <summary>Asks whether anything has changed, cheaply enough to do it all the time.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>A number that grows with every change of what the rules do, whichever process makes it.</returns>
    Task<long> RevisionAsync(CancellationToken cancellationToken);

    /// <summary>Changes the table after a look at it, with nobody else's change in between.</summary>
    /// <param name="plan">Says what to change; called again if the first try fails, so it must only look at what it is given.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The table as it is then.</returns>
    Task<StoredRules> ChangeAsync(Func<IReadOnlyList<StoredRule>, RuleChanges> plan, CancellationToken cancellationToken);

    /// <summary>Adds up hits; a rule that has no row is left out.</summary>
    /// <param name="hits">How often which rule found something.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>A task that ends when they are written.</returns>
    Task AddHitsAsync(IReadOnlyCollection<RuleHitCount> hits, CancellationToken cancellationToken);

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
