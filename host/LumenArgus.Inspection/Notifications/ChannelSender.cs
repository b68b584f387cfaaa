using System.Collections.Immutable;
using LumenArgus.Abstractions.Host;
using LumenArgus.Abstractions.Model;

namespace LumenArgus.Inspection.Notifications;

/// <summary>What a plugin's dispatcher can do with the channels while it is called.</summary>
internal sealed class ChannelSender(IReadOnlyList<NotificationChannel> channels, Func<NotificationChannel, Notification, CancellationToken, Task<DeliveryResult>> send) : IChannelSender
{
    private volatile bool _isOver;

    public ImmutableArray<ChannelInfo> Channels { get; } =
        [.. channels.Select(static channel => new ChannelInfo { Id = channel.Row.Id, Name = channel.Row.Name, Type = channel.Row.Type })];

    public async ValueTask<DeliveryResult> SendAsync(long channelId, Notification notification, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(notification);
        if (_isOver)
        {
            throw new InvalidOperationException("The call of the dispatcher has ended.");
        }

        return channels.FirstOrDefault(channel => channel.Row.Id == channelId) is { } channel
            ? await send(channel, notification, cancellationToken)
            : DeliveryResult.Refused("There is no channel with this number that is switched on.");
    }

    /// <summary>What the dispatcher has kept is of no use any more.</summary>
    public void End() => _isOver = true;
}
