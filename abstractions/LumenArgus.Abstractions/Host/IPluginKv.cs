using System.Collections.Immutable;

namespace LumenArgus.Abstractions.Host;

/// <summary>What a plugin keeps: texts by key, which no other plugin sees. Without a database they last as long as the process.</summary>
public interface IPluginKv
{
    /// <summary>Reads a value.</summary>
    /// <param name="key">The key, 1 to 200 characters.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The value; null if there is none.</returns>
    /// <exception cref="InvalidOperationException">The database cannot be read now.</exception>
    ValueTask<string?> GetAsync(string key, CancellationToken cancellationToken);

    /// <summary>Sets a value.</summary>
    /// <param name="key">The key, 1 to 200 characters.</param>
    /// <param name="value">The value, at most 8 million characters.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>A task that ends when it is stored.</returns>
    /// <exception cref="InvalidOperationException">The database cannot be written now.</exception>
    ValueTask SetAsync(string key, string value, CancellationToken cancellationToken);

    /// <summary>Takes a value away.</summary>
    /// <param name="key">The key, 1 to 200 characters.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>False if there is none.</returns>
    /// <exception cref="InvalidOperationException">The database cannot be written now.</exception>
    ValueTask<bool> DeleteAsync(string key, CancellationToken cancellationToken);

    /// <summary>Lists keys.</summary>
    /// <param name="prefix">What they begin with; empty for all.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The keys in order, at most 10,000.</returns>
    /// <exception cref="InvalidOperationException">The database cannot be read now.</exception>
    ValueTask<ImmutableArray<string>> KeysAsync(string prefix, CancellationToken cancellationToken);
}
