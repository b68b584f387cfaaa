using Microsoft.Data.Sqlite;

namespace LumenArgus.Testing.Storage;

/// <summary>Looks a database through after whatever was done to it: is the file sound, and do the kept counts say what the rows say?</summary>
public static class StoreCheck
{
    private static readonly string[] Sound =
    [
        "SELECT 'integrity: ' || integrity_check FROM pragma_integrity_check WHERE integrity_check != 'ok'",
        "SELECT 'foreign key of ' || \"table\" FROM pragma_foreign_key_check",
        "SELECT 'not counted: ' || id FROM findings WHERE group_id = 0 OR id > (SELECT up_to FROM finding_counted)",
        "SELECT 'session twice: ' || content_hash FROM findings WHERE content_hash != '' AND session_id != '' "
            + "GROUP BY content_hash, session_id, namespace_id HAVING COUNT(*) > 1",
        """
        SELECT 'wrong group: ' || f.id FROM findings AS f JOIN finding_groups AS g ON g.id = f.group_id
        WHERE (f.severity, f.detector, f.finding_type, f.action_taken, f.provider, f.model, f.client_name, f.intercept_mode, f.origin, f.account_id,
               f.hostname, f.username, f.sdk_name, f.runtime, f.original_host, f.working_directory, f.api_key_hash)
           != (g.severity, g.detector, g.finding_type, g.action_taken, g.provider, g.model, g.client_name, g.intercept_mode, g.origin, g.account_id,
               g.hostname, g.username, g.sdk_name, g.runtime, g.original_host, g.working_directory, g.api_key_hash)
        """,
        """
        SELECT 'bound of group: ' || f.id FROM findings AS f JOIN finding_groups AS g ON g.id = f.group_id
        WHERE f.id > g.newest_id OR f.timestamp > g.last_seen
        """,
    ];

    private static readonly (string Name, string Kept, string Counted)[] Counts =
    [
        ("groups", "SELECT id, findings FROM finding_groups", "SELECT group_id, COUNT(*) FROM findings GROUP BY 1"),
        ("days of groups", "SELECT day, group_id, findings FROM finding_group_days", "SELECT substr(timestamp, 1, 10), group_id, COUNT(*) FROM findings GROUP BY 1, 2"),
        ("days", "SELECT namespace_id, day, severity, action_taken, findings FROM finding_daily",
            "SELECT namespace_id, substr(timestamp, 1, 10), severity, action_taken, COUNT(*) FROM findings GROUP BY 1, 2, 3, 4"),
        ("hours", "SELECT namespace_id, hour, findings FROM finding_hours", "SELECT namespace_id, substr(timestamp, 1, 13), COUNT(*) FROM findings GROUP BY 1, 2"),
        ("sessions", "SELECT session_id, api_key_hash, finding_count, critical_count, high_count, warning_count, info_count, last_seen FROM finding_sessions",
            """
            SELECT session_id, api_key_hash, COUNT(*), SUM(severity = 'critical'), SUM(severity = 'high'), SUM(severity = 'warning'), SUM(severity = 'info'), MAX(timestamp)
            FROM findings WHERE session_id != '' GROUP BY session_id, api_key_hash, namespace_id
            """),
    ];

    /// <summary>What is wrong with the database; empty when nothing is.</summary>
    public static IReadOnlyList<string> Problems(string path)
    {
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString());
        connection.Open();
        var problems = Sound.SelectMany(sql => Texts(connection, sql)).ToList();
        foreach (var (name, kept, counted) in Counts)
        {
            problems.AddRange(Texts(connection, $"SELECT 'wrong count of {name}: ' || COUNT(*) FROM ({kept} EXCEPT {counted}) HAVING COUNT(*) > 0"));
            problems.AddRange(Texts(connection, $"SELECT 'missing count of {name}: ' || COUNT(*) FROM ({counted} EXCEPT {kept}) HAVING COUNT(*) > 0"));
        }

        return problems;
    }

    /// <summary>The first column of what a query gives.</summary>
    public static IReadOnlyList<string> Texts(string path, string sql)
    {
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString());
        connection.Open();
        return Texts(connection, sql);
    }

    private static List<string> Texts(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The texts are those of the tests.
        command.CommandText = sql;
#pragma warning restore CA2100
        using var rows = command.ExecuteReader();
        var texts = new List<string>();
        while (rows.Read())
        {
            texts.Add(rows.GetString(0));
        }

        return texts;
    }
}
