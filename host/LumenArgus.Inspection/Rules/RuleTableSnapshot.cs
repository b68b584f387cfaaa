using System.Collections.Frozen;
using LumenArgus.Abstractions.Model;
using LumenArgus.Storage.Rules;

namespace LumenArgus.Inspection.Rules;

/// <summary>The table at one moment, immutable.</summary>
/// <param name="table">What was read.</param>
public sealed class RuleTableSnapshot(StoredRules table)
{
    private readonly FrozenDictionary<string, StoredRule> _byName = table.Rules.ToFrozenDictionary(static rule => rule.Name, StringComparer.Ordinal);

    /// <summary>See <see cref="IRuleStore.RevisionAsync"/>.</summary>
    public long Revision => table.Revision;

    /// <summary>All rows, by name.</summary>
    public IReadOnlyList<StoredRule> Rows => table.Rules;

    /// <summary>The row of a rule, whoever brings it.</summary>
    /// <param name="rule">The rule.</param>
    /// <returns>The row; null if it has none. A row of another detector's rule is not its row.</returns>
    public StoredRule? RowOf(DetectionRule rule)
    {
        ArgumentNullException.ThrowIfNull(rule);
        return _byName.TryGetValue(rule.Name, out var row) && row.Detector == rule.Detector ? row : null;
    }
}
