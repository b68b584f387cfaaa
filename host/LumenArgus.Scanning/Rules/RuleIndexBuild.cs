using System.Collections.Immutable;

namespace LumenArgus.Scanning.Rules;

/// <summary>The result of building an index.</summary>
/// <param name="Index">All rules that could be compiled.</param>
/// <param name="Rejected">The others, each with its reason.</param>
public sealed record RuleIndexBuild(RuleIndex Index, ImmutableArray<RejectedRule> Rejected);
