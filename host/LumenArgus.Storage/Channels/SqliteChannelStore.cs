using System.Text.Json.Nodes;
using Dapper;
using LumenArgus.Storage.Database;
using Microsoft.Data.Sqlite;

namespace LumenArgus.Storage.Channels;

internal sealed class SqliteChannelStore(StoreAccess store) : IChannelStore
{
    private const string Configured = "yaml";

    public Task<IReadOnlyList<StoredChannel>> ListAsync(CancellationToken cancellationToken) => store.ReadAsync<IReadOnlyList<StoredChannel>>(
        static connection => connection.Query<StoredChannel>(
            """
            SELECT id, name, type, config, enabled, source, events, min_severity, created_at, updated_at, created_by, updated_by
            FROM notification_channels WHERE namespace_id = 1 ORDER BY name
            """).AsList(),
        cancellationToken);

    public Task<ChannelAddition> AddAsync(StoredChannel channel, int? limit, CancellationToken cancellationToken)
    {
        var added = channel with { CreatedAt = store.Now, UpdatedAt = store.Now };
        return store.WriteAsync(connection => Add(connection, added, limit), cancellationToken);
    }

    public Task<IReadOnlyList<RefusedChannel>> ReconcileAsync(IReadOnlyList<StoredChannel> configured, int? limit, CancellationToken cancellationToken)
    {
        var now = store.Now;
        return store.WriteAsync<IReadOnlyList<RefusedChannel>>(connection => Reconcile(connection, [.. configured.Select(channel => channel with { Source = Configured, CreatedAt = now, UpdatedAt = now })], limit), cancellationToken);
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

    private static ChannelAddition Add(SqliteConnection connection, StoredChannel channel, int? limit)
    {
        if (connection.ExecuteScalar<bool>("SELECT EXISTS (SELECT 1 FROM notification_channels WHERE namespace_id = 1 AND name = @Name)", new { channel.Name }))
        {
            return new ChannelAddition(Id: null, ChannelRefusal.NameTaken);
        }

        if (limit is { } most && connection.ExecuteScalar<long>("SELECT COUNT(*) FROM notification_channels WHERE namespace_id = 1") >= most)
        {
            return new ChannelAddition(Id: null, ChannelRefusal.LimitReached);
        }

        var id = connection.ExecuteScalar<long>(
            """
            INSERT INTO notification_channels (name, type, config, enabled, source, events, min_severity, created_at, updated_at, created_by, updated_by)
            VALUES (@Name, @Type, @Config, @Enabled, @Source, @Events, @MinSeverity, @CreatedAt, @UpdatedAt, @CreatedBy, @UpdatedBy)
            RETURNING id
            """,
            channel);
        return new ChannelAddition(id, Refusal: null);
    }

    private static List<RefusedChannel> Reconcile(SqliteConnection connection, List<StoredChannel> configured, int? limit)
    {
        var names = configured.ConvertAll(static channel => channel.Name);
        connection.Execute(
            "DELETE FROM notification_channels WHERE namespace_id = 1 AND source = @Configured AND name NOT IN (SELECT value FROM json_each(@names))",
            new { Configured, names = Json(names) });
        var refused = new List<RefusedChannel>();
        foreach (var channel in configured)
        {
            var isThere = connection.Execute(
                """
                UPDATE notification_channels SET type = @Type, config = @Config, enabled = @Enabled, events = @Events, min_severity = @MinSeverity, updated_by = @UpdatedBy,
                    updated_at = CASE WHEN (type, config, enabled, events, min_severity) = (@Type, @Config, @Enabled, @Events, @MinSeverity) THEN updated_at ELSE @UpdatedAt END
                WHERE namespace_id = 1 AND name = @Name AND source = @Source
                """,
                channel) > 0;
            if (!isThere && Add(connection, channel, limit).Refusal is { } reason)
            {
                refused.Add(new RefusedChannel(channel.Name, reason));
            }
        }

        return refused;
    }

    private static string Json(List<string> names)
    {
        var array = new JsonArray();
        names.ForEach(name => array.Add((JsonNode)name));
        return array.ToJsonString();
    }
}
