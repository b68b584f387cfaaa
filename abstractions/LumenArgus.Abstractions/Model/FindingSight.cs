namespace LumenArgus.Abstractions.Model;

/// <summary>A finding that was recorded before and came again. One that the store does not have means nothing.</summary>
/// <param name="ContentHash">See <see cref="StoredFinding.ContentHash"/>.</param>
/// <param name="SessionId">The conversation.</param>
/// <param name="Count">In how many exchanges.</param>
/// <param name="LastSeen">When the last time.</param>
public sealed record FindingSight(string ContentHash, string SessionId, long Count, DateTimeOffset LastSeen);
