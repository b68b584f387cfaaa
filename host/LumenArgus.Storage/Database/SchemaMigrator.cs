using System.Collections.Immutable;
using Dapper;
using Microsoft.Data.Sqlite;

namespace LumenArgus.Storage.Database;

/// <summary>Brings a database to the newest schema: each step in one transaction together with its row in <c>schema_version</c>.</summary>
internal static class SchemaMigrator
{
    private const string NewestStep = "SELECT MAX(version) FROM schema_version";

    /// <summary>Applies the steps that are missing.</summary>
    /// <exception cref="StoreException">A newer program made the database.</exception>
    public static void Apply(SqliteConnection connection, ImmutableArray<Migration> migrations, TimeProvider clock)
    {
        var newest = migrations[^1].Number;
        while (true)
        {
            // The lock comes first: another process may be at the same step.
            connection.Execute("BEGIN IMMEDIATE");
            try
            {
                var version = VersionOf(connection);
                if (version > newest)
                {
                    throw Newer(connection, version, newest);
                }

                if (migrations.FirstOrDefault(migration => migration.Number > version) is not { } next)
                {
                    connection.Execute("COMMIT");
                    return;
                }

                connection.Execute(next.Sql);
                connection.Execute(
                    "INSERT INTO schema_version (version, description, applied_at) VALUES (@version, @description, @now)",
                    new { version = next.Number, description = next.Description, now = StoreTime.Format(clock.GetUtcNow()) });
                connection.Execute("COMMIT");
            }
            catch
            {
                RollBack(connection);
                throw;
            }
        }
    }

    /// <summary>Looks whether a newer program made the database, and changes nothing.</summary>
    /// <exception cref="StoreException">One did: what its tables mean is not known here.</exception>
    public static void RefuseNewer(SqliteConnection connection, ImmutableArray<Migration> migrations)
    {
        if (connection.ExecuteScalar<long>("SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name = 'schema_version'") > 0
            && connection.ExecuteScalar<int?>(NewestStep) is { } version && version > migrations[^1].Number)
        {
            throw Newer(connection, version, migrations[^1].Number);
        }
    }

    private static StoreException Newer(SqliteConnection connection, int version, int newest) => new(
        $"The database {connection.DataSource} has schema version {version}; this program knows versions up to {newest}. "
        + "Start the newer program that made it, or move the file away and a new one is made.");

    private static int VersionOf(SqliteConnection connection)
    {
        connection.Execute("CREATE TABLE IF NOT EXISTS schema_version (version INTEGER PRIMARY KEY, description TEXT NOT NULL DEFAULT '', applied_at TEXT NOT NULL DEFAULT '')");
        return connection.ExecuteScalar<int?>(NewestStep) ?? 0;
    }

    private static void RollBack(SqliteConnection connection)
    {
        try
        {
            connection.Execute("ROLLBACK");
        }
        catch (SqliteException)
        {
            // Some errors have rolled back already; what matters is the one that is on its way up.
        }
    }
}
