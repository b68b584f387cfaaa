using System.Collections.Immutable;
using Dapper;
using LumenArgus.Storage.Database.Writing;
using Microsoft.Data.Sqlite;

namespace LumenArgus.Storage.Findings;

/// <summary>
/// Counts the rows that are new since it ran last, inside the transaction that added them. In sets, because a trigger for each row costs twice what the
/// row itself does. Whoever added the rows: what the original or a plugin left is counted too, a part at a time.
/// </summary>
internal static class FindingCounts
{
    /// <summary>What makes a group, in the order of its unique index.</summary>
    public static readonly ImmutableArray<string> GroupColumns =
    [
        "working_directory", "finding_type", "model", "client_name", "action_taken", "severity", "detector", "provider", "intercept_mode", "origin",
        "account_id", "hostname", "username", "sdk_name", "runtime", "original_host", "api_key_hash",
    ];

    // The most rows that one transaction counts, which takes less than a second. More than a batch has.
    private const string Part = "20000";

    // By its number: to group in the order of an index SQLite would walk through all rows of it.
    private const string Behind = "findings NOT INDEXED WHERE id > (SELECT up_to FROM finding_counted)";
    private const string New = $"{Behind} AND id <= (SELECT up_to + {Part} FROM finding_counted)";

    // The same texts each time: the writer prepares each once, which costs more than it takes to run it for a few rows.
    private static readonly ImmutableArray<string> Steps =
    [
        // Numbers that no row has are no part.
        $"UPDATE finding_counted SET up_to = COALESCE((SELECT MIN(id) FROM {Behind}) - 1, up_to)",
        $"""
        INSERT OR IGNORE INTO finding_groups ({string.Join(", ", GroupColumns)}, namespace_id)
        SELECT DISTINCT {string.Join(", ", GroupColumns)}, namespace_id FROM {New} AND group_id = 0
        """,
        $"""
        UPDATE findings SET group_id = (SELECT id FROM finding_groups AS g
            WHERE {string.Join(" AND ", GroupColumns.Select(static column => $"g.{column} = findings.{column}"))} AND g.namespace_id = findings.namespace_id)
        WHERE id IN (SELECT id FROM {New} AND group_id = 0)
        """,
        $"""
        UPDATE finding_groups SET findings = finding_groups.findings + added.findings, newest_id = MAX(newest_id, added.newest),
            last_seen = MAX(finding_groups.last_seen, added.last_seen)
        FROM (SELECT group_id, COUNT(*) AS findings, MAX(id) AS newest, MAX(timestamp) AS last_seen FROM {New} GROUP BY group_id) AS added
        WHERE finding_groups.id = added.group_id
        """,
        $"""
        INSERT INTO finding_group_days (day, group_id, findings)
        SELECT substr(timestamp, 1, 10), group_id, COUNT(*) FROM {New} GROUP BY 1, 2
        ON CONFLICT DO UPDATE SET findings = findings + excluded.findings
        """,
        $"""
        INSERT INTO finding_daily (namespace_id, day, severity, action_taken, findings)
        SELECT namespace_id, substr(timestamp, 1, 10), severity, action_taken, COUNT(*) FROM {New} GROUP BY 1, 2, 3, 4
        ON CONFLICT DO UPDATE SET findings = findings + excluded.findings
        """,
        $"""
        INSERT INTO finding_hours (namespace_id, hour, findings)
        SELECT namespace_id, substr(timestamp, 1, 13), COUNT(*) FROM {New} GROUP BY 1, 2
        ON CONFLICT DO UPDATE SET findings = findings + excluded.findings
        """,
        $"""
        INSERT INTO finding_sessions (
            session_id, api_key_hash, namespace_id, first_seen, last_seen, finding_count, critical_count, high_count, warning_count, info_count)
        SELECT session_id, api_key_hash, namespace_id, MIN(first_seen), MAX(timestamp), COUNT(*), SUM(severity = 'critical'), SUM(severity = 'high'),
            SUM(severity = 'warning'), SUM(severity = 'info')
        FROM {New} AND session_id != '' GROUP BY 1, 2, 3
        ON CONFLICT DO UPDATE SET first_seen = MIN(first_seen, excluded.first_seen), last_seen = MAX(last_seen, excluded.last_seen),
            finding_count = finding_count + excluded.finding_count, critical_count = critical_count + excluded.critical_count,
            high_count = high_count + excluded.high_count, warning_count = warning_count + excluded.warning_count,
            info_count = info_count + excluded.info_count
        """,
        $"UPDATE finding_counted SET up_to = MAX(up_to, MIN(up_to + {Part}, COALESCE((SELECT MAX(id) FROM findings), 0)))",
    ];

    /// <summary>Counts what is new. Inside a transaction.</summary>
    public static void CountNew(WriteConnection connection)
    {
        foreach (var step in Steps)
        {
            connection.Prepared(step).Run();
        }
    }

    /// <summary>Counts a part of what somebody else left.</summary>
    /// <returns>Whether some of it is left.</returns>
    public static bool CatchUp(SqliteConnection connection)
    {
        if (!IsBehind(connection))
        {
            return false;
        }

        connection.Execute("BEGIN IMMEDIATE");
        foreach (var step in Steps)
        {
            connection.Execute(step);
        }

        connection.Execute("COMMIT");
        return IsBehind(connection);
    }

    private static bool IsBehind(SqliteConnection connection) => connection.ExecuteScalar<bool>($"SELECT EXISTS (SELECT 1 FROM {Behind})");
}
