namespace LumenArgus.Storage.Channels;

/// <summary>A channel of the configuration that is not used.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Reason">Why.</param>
public sealed record RefusedChannel(string Name, ChannelRefusal Reason);
