using Dapper;
using LumenArgus.Storage.Database;
using LumenArgus.Storage.Findings;
using LumenArgus.Testing;
using Microsoft.Data.Sqlite;

namespace LumenArgus.Tests.Storage.Database;

public sealed class SchemaMigratorTests : IDisposable
{
    private readonly SqliteConnection _connection = new("Data Source=:memory:");
    private readonly ManualTimeProvider _clock = new();

    public SchemaMigratorTests() => _connection.Open();

    public void Dispose() => _connection.Dispose();

    [Fact]
    public void All_Numbers_AreOneTwoThreeAndSoOn() =>
        Migration.All.Select(static migration => migration.Number).ShouldBe(Enumerable.Range(1, Migration.All.Length));

    [Fact]
    public void Apply_EmptyDatabase_WritesARowForEachStep()
    {
        SchemaMigrator.Apply(_connection, Migration.All, _clock);

        _connection.Query<int>("SELECT version FROM schema_version ORDER BY version").ShouldBe(Migration.All.Select(static migration => migration.Number));
        _connection.Query<string>("SELECT DISTINCT applied_at FROM schema_version").ShouldBe(["2026-01-01T00:00:00.000Z"]);
        string[] tables =
        [
            "namespaces", "findings", "rules", "allowlist_entries", "config_overrides", "notification_channels", "mcp_tool_lists", "mcp_detected_tools",
            "mcp_tool_calls", "mcp_tool_baselines", "ws_connections", "plugin_state",
        ];
        tables.Except(_connection.Query<string>("SELECT name FROM sqlite_master WHERE type = 'table'")).ShouldBeEmpty();
    }

    [Fact]
    public void Apply_EachEarlierVersion_EndsWithTheSameSchemaAndKeepsRows()
    {
        SchemaMigrator.Apply(_connection, Migration.All, _clock);
        var expected = Schema(_connection);
        for (var earlier = 1; earlier < Migration.All.Length; earlier++)
        {
            using var connection = new SqliteConnection("Data Source=:memory:");
            connection.Open();
            SchemaMigrator.Apply(connection, [.. Migration.All.Take(earlier)], _clock);
            connection.Execute("INSERT INTO findings (timestamp, detector, finding_type, severity) VALUES ('2026-01-01T00:00:00.000Z', 'd', 't', 'high')");

            SchemaMigrator.Apply(connection, Migration.All, _clock);

            Schema(connection).ShouldBe(expected);
            connection.ExecuteScalar<string>("SELECT timestamp FROM findings").ShouldBe("2026-01-01T00:00:00.000Z");

            // Filled by the step that adds the column; a later row says it itself.
            connection.ExecuteScalar<string>("SELECT first_seen FROM findings").ShouldBe(earlier == 1 ? "2026-01-01T00:00:00.000Z" : "");
        }
    }

    [Fact]
    public void Apply_FindingsCountedWithoutTheirKey_AreCountedAnew()
    {
        SchemaMigrator.Apply(_connection, [.. Migration.All.Take(9)], _clock);
        _connection.Execute(
            """
            INSERT INTO findings (timestamp, detector, finding_type, severity, session_id, api_key_hash, group_id)
            VALUES ('2026-01-01T00:00:00.000Z', 'd', 't', 'high', 's', 'a', 1), ('2026-01-01T00:00:00.000Z', 'd', 't', 'high', 's', 'b', 1);
            INSERT INTO finding_groups SELECT 1, 1, 'high', 'd', 't', '', '', '', '', '', '', '', '', '', '', '', '', '', 2, 2, '2026-01-01T00:00:00.000Z';
            INSERT INTO finding_group_days VALUES ('2026-01-01', 1, 2);
            INSERT INTO finding_daily VALUES (1, '2026-01-01', 'high', '', 2);
            INSERT INTO finding_hours VALUES (1, '2026-01-01T00', 2);
            INSERT INTO finding_sessions VALUES ('s', 'a', 1, '', '', 1, 0, 1, 0, 0), ('s', 'b', 1, '', '', 1, 0, 1, 0, 0);
            UPDATE finding_counted SET up_to = 2;
            """);

        SchemaMigrator.Apply(_connection, Migration.All, _clock);
        FindingCounts.CatchUp(_connection);

        FindingPageReader.Read(_connection, new FindingFilter { ApiKeyHash = "b" }, 10, 0).Findings.Select(static row => row.Id).ShouldBe([2]);
        FindingPageReader.Read(_connection, new FindingFilter { SessionId = "s" }, 10, 0).Total.ShouldBe(2);
        FindingPageReader.Read(_connection, new FindingFilter { From = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero) }, 10, 0).Total.ShouldBe(2);
        _connection.ExecuteScalar<long>("SELECT SUM(findings) FROM finding_hours").ShouldBe(2);
    }

    [Fact]
    public void Apply_DatabaseOfTheOriginal_IsTakenOver()
    {
        _connection.Execute(Migration.All[0].Sql);
        _connection.Execute("INSERT INTO rules (name, pattern) VALUES ('mine', 'x')");

        SchemaMigrator.Apply(_connection, Migration.All, _clock);

        _connection.ExecuteScalar<string>("SELECT name FROM rules").ShouldBe("mine");
    }

    [Fact]
    public void Apply_NewerDatabase_IsRefusedAndUnchanged()
    {
        SchemaMigrator.Apply(_connection, Migration.All, _clock);
        _connection.Execute("INSERT INTO schema_version (version) VALUES (9999)");

        Should.Throw<StoreException>(() => SchemaMigrator.Apply(_connection, Migration.All, _clock)).Message.ShouldContain("9999");

        _connection.ExecuteScalar<int>("SELECT COUNT(*) FROM schema_version").ShouldBe(Migration.All.Length + 1);
    }

    [Fact]
    public void Apply_StepThatFailsHalfWay_LeavesNothingOfIt()
    {
        var broken = new Migration(1, "broken", "CREATE TABLE half (id INTEGER); CREATE TABLE half (id INTEGER);");

        Should.Throw<SqliteException>(() => SchemaMigrator.Apply(_connection, [broken], _clock));

        _connection.Query<string>("SELECT name FROM sqlite_master WHERE name = 'half'").ShouldBeEmpty();
    }

    private static List<string> Schema(SqliteConnection connection) =>
        [.. connection.Query<string>("SELECT name || ': ' || COALESCE(sql, '') FROM sqlite_master ORDER BY type, name")];
}
