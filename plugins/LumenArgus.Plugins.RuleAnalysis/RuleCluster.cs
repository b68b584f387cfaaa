using System.Collections.Immutable;

namespace LumenArgus.Plugins.RuleAnalysis;

/// <summary>Rules that are duplicates of each other.</summary>
/// <param name="Id">Number within the result, from 1.</param>
/// <param name="Rules">Their names.</param>
/// <param name="Keep">The one to keep.</param>
/// <param name="Reason">Why that one, for people.</param>
internal sealed record RuleCluster(int Id, ImmutableArray<string> Rules, string Keep, string Reason);
