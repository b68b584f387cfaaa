using Dapper;
using LumenArgus.Storage.Database;

namespace LumenArgus.Storage.Overrides;

internal sealed class SqliteConfigOverrideStore(StoreAccess store) : IConfigOverrideStore
{
    public Task<IReadOnlyDictionary<string, string>> AllAsync(CancellationToken cancellationToken) => store.ReadAsync<IReadOnlyDictionary<string, string>>(
        static connection => connection.Query<(string Key, string Value)>("SELECT key, value FROM config_overrides WHERE namespace_id = 1")
            .ToDictionary(static row => row.Key, static row => row.Value, StringComparer.Ordinal),
        cancellationToken);

    public Task SetAsync(string key, string value, CancellationToken cancellationToken)
    {
        var now = store.Now;
        return store.WriteAsync(
            connection => connection.Execute(
                """
                INSERT INTO config_overrides (namespace_id, key, value, updated_at) VALUES (1, @key, @value, @now)
                ON CONFLICT (namespace_id, key) DO UPDATE SET value = excluded.value, updated_at = excluded.updated_at
                """,
                new { key, value, now }),
            cancellationToken);
    }

    public Task<bool> DeleteAsync(string key, CancellationToken cancellationToken) => store.WriteAsync(
        connection => connection.Execute("DELETE FROM config_overrides WHERE key = @key AND namespace_id = 1", new { key }) > 0, cancellationToken);
}
