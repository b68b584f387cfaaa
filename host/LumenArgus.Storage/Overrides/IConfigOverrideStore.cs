namespace LumenArgus.Storage.Overrides;

/// <summary>Settings that were changed while the product runs; they go before those of the configuration file.</summary>
public interface IConfigOverrideStore
{
    /// <summary>Reads all of them.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>Values by key, for example <c>proxy.timeout</c>.</returns>
    Task<IReadOnlyDictionary<string, string>> AllAsync(CancellationToken cancellationToken);

    /// <summary>Sets one.</summary>
    /// <param name="key">The key.</param>
    /// <param name="value">The value.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>A task that ends when it is committed.</returns>
    Task SetAsync(string key, string value, CancellationToken cancellationToken);

    /// <summary>Takes one away.</summary>
    /// <param name="key">The key.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>False if there is none.</returns>
    Task<bool> DeleteAsync(string key, CancellationToken cancellationToken);
}
