using Dapper;
using LumenArgus.Storage.Database;

namespace LumenArgus.Storage.Channels;

internal sealed class SqliteChannelStore(StoreAccess store) : IChannelStore
{
    public Task<IReadOnlyList<StoredChannel>> ListAsync(CancellationToken cancellationToken) => store.ReadAsync<IReadOnlyList<StoredChannel>>(
        static connection => connection.Query<StoredChannel>(
            """
            SELECT id, name, type, config, enabled, source, events, min_severity, created_at, updated_at, created_by, updated_by
            FROM notification_channels WHERE namespace_id = 1 ORDER BY name
            """).AsList(),
        cancellationToken);

    public Task<long?> AddAsync(StoredChannel channel, CancellationToken cancellationToken)
    {
        var added = channel with { CreatedAt = store.Now, UpdatedAt = store.Now };
        return store.WriteAsync(
            connection => connection.ExecuteScalar<long?>(
                """
                INSERT INTO notification_channels (name, type, config, enabled, source, events, min_severity, created_at, updated_at, created_by, updated_by)
                VALUES (@Name, @Type, @Config, @Enabled, @Source, @Events, @MinSeverity, @CreatedAt, @UpdatedAt, @CreatedBy, @UpdatedBy)
                ON CONFLICT (name, namespace_id) DO NOTHING RETURNING id
                """,
                added),
            cancellationToken);
    }

    public Task<bool> UpdateAsync(StoredChannel channel, CancellationToken cancellationToken)
    {
        var updated = channel with { UpdatedAt = store.Now };
        return store.WriteAsync(
            connection => connection.Execute(
                """
                UPDATE OR IGNORE notification_channels SET name = @Name, type = @Type, config = @Config, enabled = @Enabled, source = @Source,
                    events = @Events, min_severity = @MinSeverity, updated_at = @UpdatedAt, updated_by = @UpdatedBy
                WHERE id = @Id AND namespace_id = 1
                """,
                updated) > 0,
            cancellationToken);
    }

    public Task<bool> DeleteAsync(long id, CancellationToken cancellationToken) => store.WriteAsync(
        connection => connection.Execute("DELETE FROM notification_channels WHERE id = @id AND namespace_id = 1", new { id }) > 0, cancellationToken);
}
