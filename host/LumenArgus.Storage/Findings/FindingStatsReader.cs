using System.Globalization;
using System.Runtime.InteropServices;
using Dapper;
using LumenArgus.Storage.Database;
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
    private readonly RepeatedText _texts = new();
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

        // Added up here, and read as a row for each day: the database would sort all counts by their groups, and a row for each count costs more than its reading.
        var counted = new Dictionary<long, (long Findings, string LastDay)>();
        using (var days = connection.ExecuteReader(
            "SELECT day, group_concat(group_id), group_concat(findings) FROM finding_group_days WHERE day >= @first AND day < @end GROUP BY day ORDER BY day", query.Parameters))
        {
            while (days.Read())
            {
                AddDay(counted, days.GetString(0), days.GetString(1), days.GetString(2));
            }
        }

        query.Parameters.Add("groups", $"[{string.Join(',', counted.Keys)}]");
        using (var result = connection.ExecuteReader(
            $"SELECT {Columns}, finding_groups.id FROM json_each(@groups) AS counted CROSS JOIN finding_groups ON finding_groups.id = counted.value WHERE {query.Groups}",
            query.Parameters))
        {
            var groups = RepeatedText.RowsOf(result);
            while (groups.Read())
            {
                var (findings, day) = counted[groups.GetInt64(_counts.Length)];
                Count(groups, findings, day);
            }
        }

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

    private static void AddDay(Dictionary<long, (long Findings, string LastDay)> counted, string day, ReadOnlySpan<char> groups, ReadOnlySpan<char> counts)
    {
        var count = counts.Split(',');
        foreach (var group in groups.Split(','))
        {
            count.MoveNext();
            ref var sum = ref CollectionsMarshal.GetValueRefOrAddDefault(counted, long.Parse(groups[group], CultureInfo.InvariantCulture), out _);
            sum = (sum.Findings + long.Parse(counts[count.Current], CultureInfo.InvariantCulture), day);
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
        using var result = connection.ExecuteReader(sql, query.Parameters);
        var rows = RepeatedText.RowsOf(result);
        while (rows.Read())
        {
            Count(rows, rows.GetInt64(_counts.Length), rows.GetString(_counts.Length + 1));
        }
    }

    private void Count(SqliteDataReader row, long findings, string lastSeen)
    {
        for (var column = 0; column < _counts.Length; column++)
        {
            CollectionsMarshal.GetValueRefOrAddDefault(_counts[column], _texts.Of(row, column), out _) += findings;
        }

        _total += findings;
        _lastSeen = string.CompareOrdinal(lastSeen, _lastSeen) > 0 ? lastSeen : _lastSeen;
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
