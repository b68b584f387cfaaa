using Dapper;
using LumenArgus.Storage.Database;
using Microsoft.Data.Sqlite;

namespace LumenArgus.Storage.Overrides;

/// <summary>Reads the overrides of a database that may belong to a running product, without a change to anything.</summary>
public static class ConfigOverrideFile
{
    /// <summary>Reads the overrides.</summary>
    /// <param name="path">Path of the database.</param>
    /// <param name="problem">Why they cannot be read; null also where there is nothing to read.</param>
    /// <returns>Values by key, for example <c>proxy.mode</c>; empty if there is no database or none with overrides; null if it cannot be read.</returns>
    public static IReadOnlyDictionary<string, string>? TryRead(string path, out string? problem)
    {
        problem = null;
        var none = new Dictionary<string, string>(StringComparer.Ordinal);
        if (!File.Exists(path))
        {
            return none;
        }

        try
        {
            using var connection = SqliteDatabase.OpenToLook(path);
            if (connection.ExecuteScalar<long>("SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name = 'config_overrides'") == 0)
            {
                return none;
            }

            return connection.Query<(string Key, string Value)>("SELECT key, value FROM config_overrides WHERE namespace_id = 1")
                .ToDictionary(static row => row.Key, static row => row.Value, StringComparer.Ordinal);
        }
        catch (Exception exception) when (exception is SqliteException or StoreException)
        {
            problem = StoreFaults.Describe(exception, path);
            return null;
        }
    }
}
