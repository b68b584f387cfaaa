namespace LumenArgus.Storage.Channels;

/// <summary>The notification channels.</summary>
public interface IChannelStore
{
    /// <summary>Reads all channels, by name.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The channels.</returns>
    Task<IReadOnlyList<StoredChannel>> ListAsync(CancellationToken cancellationToken);

    /// <summary>Adds a channel, if there is room: both is one transaction.</summary>
    /// <param name="channel">The channel; number and times are set by the store.</param>
    /// <param name="limit">How many there may be; null for any number.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>Its number, or why it was not added.</returns>
    Task<ChannelAddition> AddAsync(StoredChannel channel, int? limit, CancellationToken cancellationToken);

    /// <summary>Has the channels of the configuration be those of the table that are from there: others of that source go. One transaction.</summary>
    /// <param name="configured">The channels; number and times are set by the store.</param>
    /// <param name="limit">How many there may be, with those of other sources; null for any number. What is there already stays.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>Those that are not in the table, with the reason.</returns>
    Task<IReadOnlyList<RefusedChannel>> ReconcileAsync(IReadOnlyList<StoredChannel> configured, int? limit, CancellationToken cancellationToken);

    /// <summary>Replaces a channel but for its creation.</summary>
    /// <param name="channel">The channel, found by its number.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>False if there is none, or another one has the name.</returns>
    Task<bool> UpdateAsync(StoredChannel channel, CancellationToken cancellationToken);

    /// <summary>Deletes a channel.</summary>
    /// <param name="id">Its number.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>False if there is none.</returns>
    Task<bool> DeleteAsync(long id, CancellationToken cancellationToken);
}
