using LumenArgus.Storage.Database;
using Microsoft.Data.Sqlite;

namespace LumenArgus.Storage.Rules;

/// <summary>Reads the table of a database that may belong to a running product, without a change to anything.</summary>
public static class RuleTableFile
{
    /// <summary>Reads the table.</summary>
    /// <param name="path">Path of the database.</param>
    /// <param name="problem">Why it cannot be read; null also where there is nothing to read.</param>
    /// <returns>The table; null if there is no database, or none with rules in our form, or it cannot be read.</returns>
    public static StoredRules? TryRead(string path, out string? problem)
    {
        problem = null;
        if (!File.Exists(path))
        {
            return null;
        }

        try
        {
            using var connection = SqliteDatabase.OpenToLook(path);
            using var transaction = connection.BeginTransaction(deferred: true);
            return RuleRows.AreThere(connection) ? new StoredRules(RuleRows.Revision(connection), [.. RuleRows.All(connection)]) : null;
        }
        catch (Exception exception) when (exception is SqliteException or StoreException)
        {
            problem = StoreFaults.Describe(exception, path);
            return null;
        }
    }
}
