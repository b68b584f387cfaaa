using System.Collections.Immutable;

namespace LumenArgus.Storage.Rules;

/// <summary>The table at one moment.</summary>
/// <param name="Revision">Grows with every change of what the rules do; see <see cref="IRuleStore.RevisionAsync"/>.</param>
/// <param name="Rules">All rules, by name.</param>
public sealed record StoredRules(long Revision, ImmutableArray<StoredRule> Rules);
