using Dapper;
using LumenArgus.Storage.Database;

namespace LumenArgus.Storage.PluginState;

internal sealed class SqlitePluginStateStore(StoreAccess store) : IPluginStateStore
{
    public Task<string?> GetAsync(string pluginId, string key, CancellationToken cancellationToken) => store.ReadAsync(
        connection => connection.ExecuteScalar<string?>(
            "SELECT value FROM plugin_state WHERE namespace_id = 1 AND plugin_id = @pluginId AND key = @key", new { pluginId, key }),
        cancellationToken);

    public Task SetAsync(string pluginId, string key, string value, CancellationToken cancellationToken)
    {
        var now = store.Now;
        return store.WriteAsync(
            connection => connection.Execute(
                """
                INSERT INTO plugin_state (namespace_id, plugin_id, key, value, updated_at) VALUES (1, @pluginId, @key, @value, @now)
                ON CONFLICT (namespace_id, plugin_id, key) DO UPDATE SET value = excluded.value, updated_at = excluded.updated_at
                """,
                new { pluginId, key, value, now }),
            cancellationToken);
    }

    public Task<bool> DeleteAsync(string pluginId, string key, CancellationToken cancellationToken) => store.WriteAsync(
        connection => connection.Execute(
            "DELETE FROM plugin_state WHERE namespace_id = 1 AND plugin_id = @pluginId AND key = @key", new { pluginId, key }) > 0,
        cancellationToken);

    // By comparing, not by a pattern: a key may hold what a pattern means something by.
    public Task<IReadOnlyList<string>> KeysAsync(string pluginId, string prefix, int limit, CancellationToken cancellationToken) => store.ReadAsync<IReadOnlyList<string>>(
        connection => connection.Query<string>(
            "SELECT key FROM plugin_state WHERE namespace_id = 1 AND plugin_id = @pluginId AND key >= @prefix AND substr(key, 1, length(@prefix)) = @prefix ORDER BY key LIMIT @limit",
            new { pluginId, prefix, limit }).AsList(),
        cancellationToken);
}
