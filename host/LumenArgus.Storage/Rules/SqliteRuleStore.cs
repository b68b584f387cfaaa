using Dapper;
using LumenArgus.Storage.Database;

namespace LumenArgus.Storage.Rules;

internal sealed class SqliteRuleStore(StoreAccess store) : IRuleStore
{
    private const string Columns =
        "id, name, pattern, detector, severity, action, enabled, tier, source, description, tags, validator, entropy_context, hit_count, "
        + "created_at, updated_at, created_by, updated_by";

    public Task<IReadOnlyList<StoredRule>> ListAsync(CancellationToken cancellationToken) => store.ReadAsync<IReadOnlyList<StoredRule>>(
        static connection => connection.Query<StoredRule>($"SELECT {Columns} FROM rules WHERE namespace_id = 1 ORDER BY name").AsList(), cancellationToken);

    public Task<StoredRule?> FindAsync(string name, CancellationToken cancellationToken) => store.ReadAsync(
        connection => connection.QueryFirstOrDefault<StoredRule>($"SELECT {Columns} FROM rules WHERE name = @name AND namespace_id = 1", new { name }),
        cancellationToken);

    public Task<bool> AddAsync(StoredRule rule, CancellationToken cancellationToken)
    {
        var added = rule with { CreatedAt = store.Now, UpdatedAt = store.Now };
        return store.WriteAsync(
            connection => connection.Execute(
                """
                INSERT INTO rules (name, pattern, detector, severity, action, enabled, tier, source, description, tags, validator, entropy_context,
                    created_at, updated_at, created_by, updated_by)
                VALUES (@Name, @Pattern, @Detector, @Severity, @Action, @Enabled, @Tier, @Source, @Description, @Tags, @Validator, @EntropyContext,
                    @CreatedAt, @UpdatedAt, @CreatedBy, @UpdatedBy)
                ON CONFLICT (name, namespace_id) DO NOTHING
                """,
                added) > 0,
            cancellationToken);
    }

    public Task<bool> UpdateAsync(StoredRule rule, CancellationToken cancellationToken)
    {
        var updated = rule with { UpdatedAt = store.Now };
        return store.WriteAsync(
            connection => connection.Execute(
                """
                UPDATE rules SET pattern = @Pattern, detector = @Detector, severity = @Severity, action = @Action, enabled = @Enabled, tier = @Tier,
                    source = @Source, description = @Description, tags = @Tags, validator = @Validator, entropy_context = @EntropyContext,
                    updated_at = @UpdatedAt, updated_by = @UpdatedBy
                WHERE name = @Name AND namespace_id = 1
                """,
                updated) > 0,
            cancellationToken);
    }

    public Task<bool> DeleteAsync(string name, CancellationToken cancellationToken) => store.WriteAsync(
        connection => connection.Execute("DELETE FROM rules WHERE name = @name AND namespace_id = 1", new { name }) > 0, cancellationToken);
}
