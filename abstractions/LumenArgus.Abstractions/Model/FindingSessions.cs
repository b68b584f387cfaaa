using System.Collections.Immutable;

namespace LumenArgus.Abstractions.Model;

/// <summary>A page of conversations with findings.</summary>
/// <param name="Sessions">The conversations, the one with the newest finding first; those of the same moment by identifier and key hash, both descending and ordinal.</param>
/// <param name="Total">How many match in all.</param>
public sealed record FindingSessions(ImmutableArray<FindingSession> Sessions, long Total);
