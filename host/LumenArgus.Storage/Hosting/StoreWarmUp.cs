using LumenArgus.Storage.Database;
using LumenArgus.Storage.Rules;
using Microsoft.Data.Sqlite;

namespace LumenArgus.Storage.Hosting;

/// <summary>Has the code compiled that opens a database and keeps rules in it.</summary>
public static class StoreWarmUp
{
    /// <summary>Makes a database in memory, writes some rules, reads them and drops it.</summary>
    /// <param name="rules">The rules.</param>
    public static void Run(IReadOnlyCollection<StoredRule> rules)
    {
        ArgumentNullException.ThrowIfNull(rules);
        using var connection = new SqliteConnection("Data Source=:memory:");
        connection.Open();
        SchemaMigrator.Apply(connection, Migration.All, TimeProvider.System);
        RuleRows.Add(connection, rules);
        RuleRows.All(connection);
    }
}
