using System.Collections.Immutable;
using LumenArgus.Abstractions.Model;

namespace LumenArgus.Abstractions.Host;

/// <summary>The rules of the product: those of all plugins, of the configuration and of the operator.</summary>
public interface IRuleCatalog
{
    /// <summary>Lists all rules, also those that do not run.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The rules; a detector has each name once.</returns>
    ValueTask<ImmutableArray<RuleInfo>> ListAsync(CancellationToken cancellationToken);

    /// <summary>Switches a rule on or off in the table of rules. It counts a second or two later, and <c>rules</c> is published then. Capability <c>rules.manage</c>.</summary>
    /// <param name="name">Name of the rule.</param>
    /// <param name="enabled">Whether it is to run.</param>
    /// <param name="changedBy">Who has decided it; null for the plugin itself.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>False if there is no row for the rule, for example because there is no database: then nothing about it can be decided.</returns>
    /// <exception cref="InvalidOperationException">The database cannot be written now, or the plugin lacks the capability.</exception>
    ValueTask<bool> SetEnabledAsync(string name, bool enabled, string? changedBy, CancellationToken cancellationToken);

    /// <summary>Marks a rule as reviewed, or takes the mark back; it changes nothing about what the rule does. Capability <c>rules.manage</c>.</summary>
    /// <param name="name">Name of the rule.</param>
    /// <param name="reviewed">Whether it was reviewed.</param>
    /// <param name="changedBy">Who has; null for the plugin itself.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>False if there is no row for the rule.</returns>
    /// <exception cref="InvalidOperationException">The database cannot be written now, or the plugin lacks the capability.</exception>
    ValueTask<bool> SetReviewedAsync(string name, bool reviewed, string? changedBy, CancellationToken cancellationToken);
}
