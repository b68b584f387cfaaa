using System.Collections.Immutable;
using LumenArgus.Abstractions.Model;

namespace LumenArgus.Abstractions.Host;

/// <summary>The channels, for a dispatcher.</summary>
public interface IChannelSender
{
    /// <summary>The channels that are switched on, without their settings.</summary>
    ImmutableArray<ChannelInfo> Channels { get; }

    /// <summary>Sends by a channel, once and at once; the result is shown as its last one.</summary>
    /// <param name="channelId">Number of the channel.</param>
    /// <param name="notification">The message.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    /// <returns>What became of it.</returns>
    ValueTask<DeliveryResult> SendAsync(long channelId, Notification notification, CancellationToken cancellationToken);
}
