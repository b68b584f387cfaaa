namespace LumenArgus.Storage.Channels;

/// <summary>The notification channels.</summary>
public interface IChannelStore
{
    /// <summary>Reads all channels, by name.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The channels.</returns>
    Task<IReadOnlyList<StoredChannel>> ListAsync(CancellationToken cancellationToken);

    /// <summary>Adds a channel.</summary>
    /// <param name="channel">The channel; number and times are set by the store.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>Its number, or null if there is one of this name.</returns>
    Task<long?> AddAsync(StoredChannel channel, CancellationToken cancellationToken);

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
