using System.Collections.Immutable;
using LumenArgus.Abstractions.Host;
using LumenArgus.Storage.PluginState;

namespace LumenArgus.Inspection.PluginServices;

/// <summary>The rows of one plugin.</summary>
internal sealed class PluginKv(string pluginId, IPluginStateStore store) : IPluginKv
{
    private const int MaxKey = 200;
    private const int MaxValue = 8_000_000;
    private const int MaxKeys = 10_000;

    public ValueTask<string?> GetAsync(string key, CancellationToken cancellationToken) => StoreCall.RunAsync(store.GetAsync(pluginId, Checked(key), cancellationToken));

    public ValueTask SetAsync(string key, string value, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(value);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(value.Length, MaxValue, nameof(value));
        return StoreCall.RunAsync(store.SetAsync(pluginId, Checked(key), value, cancellationToken));
    }

    public ValueTask<bool> DeleteAsync(string key, CancellationToken cancellationToken) => StoreCall.RunAsync(store.DeleteAsync(pluginId, Checked(key), cancellationToken));

    public async ValueTask<ImmutableArray<string>> KeysAsync(string prefix, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(prefix);
        return [.. await StoreCall.RunAsync(store.KeysAsync(pluginId, prefix, MaxKeys, cancellationToken))];
    }

    private static string Checked(string key)
    {
        ArgumentException.ThrowIfNullOrEmpty(key);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(key.Length, MaxKey, nameof(key));
        return key;
    }
}
