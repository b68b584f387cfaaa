using System.Collections.Immutable;

namespace LumenArgus.Abstractions.Model;

/// <summary>A page of stored findings.</summary>
/// <param name="Findings">The findings, the newest first.</param>
/// <param name="Total">How many match in all.</param>
public sealed record FindingSearchResult(ImmutableArray<StoredFinding> Findings, long Total);
