using Dapper;
using LumenArgus.Storage.Database;

namespace LumenArgus.Storage.Allowlists;

internal sealed class SqliteAllowlistStore(StoreAccess store) : IAllowlistStore
{
    public Task<IReadOnlyList<AllowlistEntry>> ListAsync(CancellationToken cancellationToken) => store.ReadAsync<IReadOnlyList<AllowlistEntry>>(
        static connection => connection.Query<AllowlistEntry>(
            """
            SELECT id, list_type, pattern, description, source, enabled, created_at, updated_at, created_by, updated_by
            FROM allowlist_entries WHERE namespace_id = 1 ORDER BY id
            """).AsList(),
        cancellationToken);

    public Task<long?> AddAsync(AllowlistEntry entry, CancellationToken cancellationToken)
    {
        var added = entry with { CreatedAt = store.Now, UpdatedAt = store.Now };
        return store.WriteAsync(
            connection => connection.ExecuteScalar<long?>(
                """
                INSERT INTO allowlist_entries (list_type, pattern, description, source, enabled, created_at, updated_at, created_by, updated_by)
                SELECT @ListType, @Pattern, @Description, @Source, @Enabled, @CreatedAt, @UpdatedAt, @CreatedBy, @UpdatedBy
                WHERE NOT EXISTS (SELECT 1 FROM allowlist_entries WHERE list_type = @ListType AND pattern = @Pattern AND namespace_id = 1)
                RETURNING id
                """,
                added),
            cancellationToken);
    }

    public Task<bool> DeleteAsync(long id, CancellationToken cancellationToken) => store.WriteAsync(
        connection => connection.Execute("DELETE FROM allowlist_entries WHERE id = @id AND namespace_id = 1", new { id }) > 0, cancellationToken);
}
