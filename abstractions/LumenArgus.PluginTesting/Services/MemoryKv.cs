using System.Collections.Concurrent;
using System.Collections.Immutable;
using LumenArgus.Abstractions.Host;

namespace LumenArgus.PluginTesting.Services;

/// <summary>What a plugin keeps, for as long as the test runs.</summary>
internal sealed class MemoryKv : IPluginKv
{
    private readonly ConcurrentDictionary<string, string> _values = new(StringComparer.Ordinal);

    public ValueTask<string?> GetAsync(string key, CancellationToken cancellationToken) => ValueTask.FromResult(_values.GetValueOrDefault(key));

    public ValueTask SetAsync(string key, string value, CancellationToken cancellationToken)
    {
        _values[key] = value;
        return ValueTask.CompletedTask;
    }

    public ValueTask<bool> DeleteAsync(string key, CancellationToken cancellationToken) => ValueTask.FromResult(_values.TryRemove(key, out _));

    public ValueTask<ImmutableArray<string>> KeysAsync(string prefix, CancellationToken cancellationToken) =>
        ValueTask.FromResult<ImmutableArray<string>>([.. _values.Keys.Where(key => key.StartsWith(prefix, StringComparison.Ordinal)).Order(StringComparer.Ordinal)]);
}
