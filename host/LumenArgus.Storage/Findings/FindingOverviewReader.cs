using Dapper;
using Microsoft.Data.Sqlite;

namespace LumenArgus.Storage.Findings;

/// <summary>What pages show beside the findings themselves; all of it from the counts.</summary>
internal static class FindingOverviewReader
{
    private const int MaxLeaders = 8;
    private const string FacetColumns = "severity, detector, action_taken, provider, client_name, finding_type, origin, account_id, working_directory";

    public static FindingFacets Facets(SqliteConnection connection)
    {
        var counts = FacetColumns.Split(", ").Select(static _ => new Dictionary<string, long>(StringComparer.Ordinal)).ToArray();
        using var rows = connection.ExecuteReader($"SELECT {FacetColumns}, findings FROM finding_groups WHERE namespace_id = 1");
        while (rows.Read())
        {
            for (var column = 0; column < counts.Length; column++)
            {
                var name = rows.GetString(column);
                counts[column][name] = counts[column].GetValueOrDefault(name) + rows.GetInt64(counts.Length);
            }
        }

        return new FindingFacets
        {
            Severity = List(counts[0]),
            Detector = List(counts[1]),
            Action = List(counts[2]),
            Provider = List(counts[3]),
            Client = List(counts[4]),
            FindingType = List(counts[5]),
            Origin = List(counts[6]),
            Account = List(counts[7], MaxLeaders),
            Project = List(counts[8], MaxLeaders),
        };
    }

    public static List<ProjectSummary> Projects(SqliteConnection connection, string fromDay, int limit) => connection.Query<ProjectSummary>(
        """
        SELECT working_directory, SUM(counted.findings) AS finding_count,
            SUM(CASE severity WHEN 'critical' THEN counted.findings ELSE 0 END) AS critical_count, MAX(last_seen) AS last_finding_at,
            GROUP_CONCAT(client_name, CHAR(10)) AS clients
        FROM (SELECT group_id, SUM(findings) AS findings FROM finding_group_days WHERE day >= @fromDay GROUP BY group_id) AS counted
        CROSS JOIN finding_groups ON finding_groups.id = counted.group_id
        WHERE namespace_id = 1 AND working_directory != ''
        GROUP BY working_directory ORDER BY finding_count DESC, working_directory LIMIT @limit
        """,
        new { fromDay, limit }).AsList();

    public static List<HourCount> Hours(SqliteConnection connection, string fromDay) => connection.Query<HourCount>(
        "SELECT hour, findings AS count FROM finding_hours WHERE namespace_id = 1 AND hour >= @fromDay ORDER BY hour", new { fromDay }).AsList();

    public static List<TypeSight> Sights(SqliteConnection connection) => connection.Query<TypeSight>(
        "SELECT detector, finding_type, MAX(last_seen) AS last_seen FROM finding_groups WHERE namespace_id = 1 GROUP BY detector, finding_type").AsList();

    private static List<NamedCount> List(Dictionary<string, long> counts, int limit = int.MaxValue) =>
    [
        .. counts.Where(static pair => pair.Key.Length > 0).Select(static pair => new NamedCount { Name = pair.Key, Count = pair.Value })
            .OrderByDescending(static count => count.Count).ThenBy(static count => count.Name, StringComparer.Ordinal).Take(limit),
    ];
}
