using Dapper;
using Microsoft.Data.Sqlite;

namespace LumenArgus.Storage.Findings;

/// <summary>Reads the counts of a dashboard in one pass over groups, not in one for each list.</summary>
internal sealed class FindingStatsReader
{
    private const int MaxTypes = 20;
    private const int MaxModels = 20;
    private const int MaxClients = 50;
    private const string Columns = "severity, detector, finding_type, action_taken, provider, model, client_name";

    private readonly Dictionary<string, long>[] _counts = [.. Columns.Split(',').Select(static _ => new Dictionary<string, long>(StringComparer.Ordinal))];
    private long _total;
    private string? _lastSeen;

    public static FindingStats Read(SqliteConnection connection, FindingFilter filter)
    {
        var reader = new FindingStatsReader();
        reader.Add(connection, new FindingQuery(filter));
        return reader.ToStats();
    }

    private void Add(SqliteConnection connection, FindingQuery query)
    {
        if (query.IsNarrow || query.HasVerdict)
        {
            AddRows(connection, query);
        }
        else if (!query.HasWindow)
        {
            Add(connection, $"SELECT {Columns}, findings, last_seen FROM finding_groups WHERE {query.Groups}", query);
        }
        else
        {
            var window = FindingWindow.Of(query.Filter);
            if (window.HasDays)
            {
                AddDays(connection, query, window);
            }

            foreach (var edge in window.Edges)
            {
                AddRows(connection, new FindingQuery(edge));
            }
        }
    }

    private void AddDays(SqliteConnection connection, FindingQuery query, FindingWindow window)
    {
        query.Parameters.Add("first", window.FirstDay);
        query.Parameters.Add("end", window.EndDay);
        Add(
            connection,
            $"""
            SELECT {Columns}, counted.findings, counted.last_day
            FROM (
                SELECT group_id, SUM(findings) AS findings, MAX(day) AS last_day
                FROM finding_group_days WHERE day >= @first AND day < @end GROUP BY group_id
            ) AS counted
            CROSS JOIN finding_groups ON finding_groups.id = counted.group_id
            WHERE {query.Groups}
            """,
            query);
        if (_lastSeen is { } lastDay)
        {
            // So far it is a day only; the time is that of its last finding.
            query.Parameters.Add("end_of_day", lastDay + "~");
            _lastSeen = connection.ExecuteScalar<string>(
                $"""
                SELECT timestamp FROM findings INDEXED BY idx_findings_timestamp
                WHERE {query.Findings} AND timestamp < @end AND timestamp < @end_of_day ORDER BY timestamp DESC LIMIT 1
                """,
                query.Parameters);
        }
    }

    private void AddRows(SqliteConnection connection, FindingQuery query) => Add(
        connection,
        $"""
        SELECT {Columns}, COUNT(*), MAX(timestamp)
        FROM findings {(query.IsNarrow || query.HasVerdict ? "" : "INDEXED BY idx_findings_timestamp")} WHERE {query.Findings} GROUP BY group_id
        """,
        query);

    private void Add(SqliteConnection connection, string sql, FindingQuery query)
    {
        using var rows = connection.ExecuteReader(sql, query.Parameters);
        while (rows.Read())
        {
            var findings = rows.GetInt64(_counts.Length);
            for (var column = 0; column < _counts.Length; column++)
            {
                var name = rows.GetString(column);
                _counts[column][name] = _counts[column].GetValueOrDefault(name) + findings;
            }

            _total += findings;
            var lastSeen = rows.GetString(_counts.Length + 1);
            _lastSeen = string.CompareOrdinal(lastSeen, _lastSeen) > 0 ? lastSeen : _lastSeen;
        }
    }

    private FindingStats ToStats() => new()
    {
        Total = _total,
        LastSeen = _lastSeen,
        BySeverity = List(0),
        ByDetector = List(1),
        ByType = List(2, MaxTypes),
        ByAction = List(3),
        ByProvider = List(4),
        ByModel = List(5, MaxModels),
        ByClient = List(6, MaxClients),
    };

    private List<NamedCount> List(int column, int limit = int.MaxValue) =>
    [
        .. _counts[column].Select(static pair => new NamedCount { Name = pair.Key, Count = pair.Value })
            .OrderByDescending(static count => count.Count).ThenBy(static count => count.Name, StringComparer.Ordinal).Take(limit),
    ];
}
