using LumenArgus.Abstractions.Model;

namespace LumenArgus.Abstractions.Plugin;

/// <summary>Tells one receiver.</summary>
public interface INotifier : IAsyncDisposable
{
    /// <summary>
    /// Sends a message. Called off the path of requests, one message at a time; the host asks again later for one that has failed. That a receiver cannot be reached is a result; an exception
    /// is a fault of the plugin. Budget 15 seconds.
    /// </summary>
    /// <param name="notification">The message.</param>
    /// <param name="cancellationToken">Cancelled when the budget is spent or the host stops.</param>
    /// <returns>What became of it.</returns>
    ValueTask<DeliveryResult> NotifyAsync(Notification notification, CancellationToken cancellationToken);

    /// <inheritdoc/>
    ValueTask IAsyncDisposable.DisposeAsync() => ValueTask.CompletedTask;
}
