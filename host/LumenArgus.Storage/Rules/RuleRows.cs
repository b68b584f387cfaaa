using Dapper;
using Microsoft.Data.Sqlite;

namespace LumenArgus.Storage.Rules;

/// <summary>The statements of the table.</summary>
internal static class RuleRows
{
    private const string Columns =
        "id, name, pattern, detector, severity, action, enabled, tier, source, plugin, definition, origin_severity, description, tags, validator, "
        + "entropy_context, hit_count, created_at, updated_at, created_by, updated_by";

    public static List<StoredRule> All(SqliteConnection connection) =>
        connection.Query<StoredRule>($"SELECT {Columns} FROM rules WHERE namespace_id = 1 ORDER BY name").AsList();

    public static StoredRule? Find(SqliteConnection connection, string name) =>
        connection.QueryFirstOrDefault<StoredRule>($"SELECT {Columns} FROM rules WHERE name = @name AND namespace_id = 1", new { name });

    public static long Revision(SqliteConnection connection) =>
        connection.ExecuteScalar<long>("SELECT revision FROM table_revisions WHERE name = 'rules'");

    /// <summary>Whether the database has the table in its present form: an older product, or the original, may have made it.</summary>
    public static bool AreThere(SqliteConnection connection) =>
        connection.ExecuteScalar<long>("SELECT COUNT(*) FROM sqlite_master WHERE type = 'table' AND name = 'table_revisions'") > 0;

    /// <summary>Adds those whose name is not there yet, by one statement that is prepared once.</summary>
    public static int Add(SqliteConnection connection, IEnumerable<StoredRule> rules) => connection.Execute(
        """
        INSERT INTO rules (name, pattern, detector, severity, action, enabled, tier, source, plugin, definition, origin_severity, description, tags,
            validator, entropy_context, created_at, updated_at, created_by, updated_by)
        VALUES (@Name, @Pattern, @Detector, @Severity, @Action, @Enabled, @Tier, @Source, @Plugin, @Definition, @OriginSeverity, @Description, @Tags,
            @Validator, @EntropyContext, @CreatedAt, @UpdatedAt, @CreatedBy, @UpdatedBy)
        ON CONFLICT (name, namespace_id) DO NOTHING
        """,
        rules);

    public static bool Update(SqliteConnection connection, StoredRule rule) => connection.Execute(
        """
        UPDATE rules SET pattern = @Pattern, detector = @Detector, severity = @Severity, action = @Action, enabled = @Enabled, tier = @Tier,
            source = @Source, plugin = @Plugin, definition = @Definition, origin_severity = @OriginSeverity, description = @Description, tags = @Tags,
            validator = @Validator, entropy_context = @EntropyContext, updated_at = @UpdatedAt, updated_by = @UpdatedBy
        WHERE name = @Name AND namespace_id = 1
        """,
        rule) > 0;

    public static bool Delete(SqliteConnection connection, string name) =>
        connection.Execute("DELETE FROM rules WHERE name = @name AND namespace_id = 1", new { name }) > 0;

    public static void AddHits(SqliteConnection connection, IEnumerable<RuleHitCount> hits) => connection.Execute(
        "UPDATE rules SET hit_count = hit_count + @Hits WHERE name = @Name AND detector = @Detector AND namespace_id = 1", hits);
}
