namespace LumenArgus.Storage.Channels;

/// <summary>What came of adding a channel.</summary>
/// <param name="Id">Its number; null if it was refused.</param>
/// <param name="Refusal">Why it was refused; null if it was not.</param>
public readonly record struct ChannelAddition(long? Id, ChannelRefusal? Refusal);
