using LumenArgus.Abstractions.Host;
using LumenArgus.Abstractions.Model;

namespace LumenArgus.Abstractions.Plugin;

/// <summary>
/// Decides in the place of the host who is told of what, and when: without the host's severities, events, cooldown and repetition. One of all plugins is used. Where it fails, the host tells
/// the channels itself, so that no alarm is lost.
/// </summary>
public interface IDispatcher
{
    /// <summary>Takes the findings of an exchange. Called off the path of requests, one at a time. Budget 30 seconds.</summary>
    /// <param name="notification">All findings of the exchange.</param>
    /// <param name="channels">Sends by the channels that there are now; valid during the call.</param>
    /// <param name="cancellationToken">Cancelled when the budget is spent or the host stops.</param>
    /// <returns>A task that ends when the dispatcher has taken them.</returns>
    ValueTask DispatchAsync(Notification notification, IChannelSender channels, CancellationToken cancellationToken);
}
