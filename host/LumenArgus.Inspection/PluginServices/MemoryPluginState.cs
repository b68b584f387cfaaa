using System.Collections.Concurrent;
using LumenArgus.Storage.PluginState;

namespace LumenArgus.Inspection.PluginServices;

/// <summary>What plugins keep while there is no database. Bounded: what does not fit is refused.</summary>
internal sealed class MemoryPluginState : IPluginStateStore
{
    private const long MaxCharacters = 32_000_000;

    private readonly ConcurrentDictionary<(string Plugin, string Key), string> _values = new();

    public Task<string?> GetAsync(string pluginId, string key, CancellationToken cancellationToken) => Task.FromResult(_values.GetValueOrDefault((pluginId, key)));

    public Task SetAsync(string pluginId, string key, string value, CancellationToken cancellationToken)
    {
        if (_values.Sum(static pair => (long)pair.Value.Length) + value.Length > MaxCharacters)
        {
            throw new InvalidOperationException("Without a database there is no more room for what plugins keep.");
        }

        _values[(pluginId, key)] = value;
        return Task.CompletedTask;
    }

    public Task<bool> DeleteAsync(string pluginId, string key, CancellationToken cancellationToken) => Task.FromResult(_values.TryRemove((pluginId, key), out _));

    public Task<IReadOnlyList<string>> KeysAsync(string pluginId, string prefix, int limit, CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<string>>(
    [
        .. _values.Keys.Where(each => each.Plugin == pluginId && each.Key.StartsWith(prefix, StringComparison.Ordinal))
            .Select(static each => each.Key).Order(StringComparer.Ordinal).Take(limit),
    ]);
}
