namespace LumenArgus.Storage.PluginState;

/// <summary>What plugins keep: texts by key, each plugin on its own.</summary>
public interface IPluginStateStore
{
    /// <summary>Reads a value.</summary>
    /// <param name="pluginId">The plugin.</param>
    /// <param name="key">The key.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The value, or null.</returns>
    Task<string?> GetAsync(string pluginId, string key, CancellationToken cancellationToken);

    /// <summary>Sets a value.</summary>
    /// <param name="pluginId">The plugin.</param>
    /// <param name="key">The key.</param>
    /// <param name="value">The value.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>A task that ends when it is committed.</returns>
    Task SetAsync(string pluginId, string key, string value, CancellationToken cancellationToken);

    /// <summary>Takes a value away.</summary>
    /// <param name="pluginId">The plugin.</param>
    /// <param name="key">The key.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>False if there is none.</returns>
    Task<bool> DeleteAsync(string pluginId, string key, CancellationToken cancellationToken);

    /// <summary>Lists keys.</summary>
    /// <param name="pluginId">The plugin.</param>
    /// <param name="prefix">What they begin with; empty for all.</param>
    /// <param name="limit">How many at most.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The keys in order.</returns>
    Task<IReadOnlyList<string>> KeysAsync(string pluginId, string prefix, int limit, CancellationToken cancellationToken);
}
