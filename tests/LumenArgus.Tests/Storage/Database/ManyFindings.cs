using Dapper;
using LumenArgus.Storage.Database;
using LumenArgus.Storage.Findings;
using LumenArgus.Testing;
using Microsoft.Data.Sqlite;

namespace LumenArgus.Tests.Storage.Database;

/// <summary>A database in memory with many findings, spread over a year and over all that can be filtered by.</summary>
internal static class ManyFindings
{
    public static readonly DateTimeOffset FirstDay = new(2025, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static SqliteConnection Create(int rows)
    {
        var connection = new SqliteConnection("Data Source=:memory:");
        connection.Open();
        SchemaMigrator.Apply(connection, Migration.All, new ManualTimeProvider());
        connection.Execute(
            """
            WITH RECURSIVE numbers (n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM numbers WHERE n + 1 < @rows)
            INSERT INTO findings (timestamp, first_seen, detector, finding_type, severity, action_taken, provider, model, client_name, account_id,
                session_id, api_key_hash, working_directory, origin, content_hash, value_hash)
            SELECT strftime('%Y-%m-%dT%H:%M:%S.000Z', '2025-01-01', (n * 365 * 1440 / @rows) || ' minutes'), '2025-01-01T00:00:00.000Z', d, d || (n % 60),
                s, CASE s WHEN 'critical' THEN 'block' ELSE 'alert' END, p, p || (n % 2), 'client' || (n % 4), 'account' || (n % 3), 'session' || (n / 40), CASE n % 4 WHEN 0 THEN '' ELSE 'key' || (n % 4) END,
                '/home/dev/project' || (n / 40 % 20), CASE n % 50 WHEN 0 THEN 'framework' ELSE 'detector' END, n, n % 1000
            FROM (
                SELECT n, CASE n % 3 WHEN 0 THEN 'secrets' WHEN 1 THEN 'pii' ELSE 'proprietary' END AS d,
                    CASE n % 5 WHEN 0 THEN 'critical' WHEN 1 THEN 'high' WHEN 2 THEN 'info' ELSE 'warning' END AS s,
                    CASE n / 40 % 2 WHEN 0 THEN 'anthropic' ELSE 'openai' END AS p
                FROM numbers)
            """,
            new { rows });
        while (FindingCounts.CatchUp(connection))
        {
        }

        return connection;
    }
}
