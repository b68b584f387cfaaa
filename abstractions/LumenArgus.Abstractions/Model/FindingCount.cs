using System.Collections.Immutable;

namespace LumenArgus.Abstractions.Model;

/// <summary>How many findings have the same names.</summary>
/// <param name="Names">The names, in the order in which they were asked for.</param>
/// <param name="Count">How many findings.</param>
/// <param name="LastSeen">When one of them was seen last.</param>
public sealed record FindingCount(ImmutableArray<string> Names, long Count, DateTimeOffset LastSeen);
