using Dapper;
using Microsoft.Data.Sqlite;

namespace LumenArgus.Storage.Findings;

/// <summary>How many findings match, from what is kept counted wherever that can tell.</summary>
internal static class FindingTotal
{
    public static long Read(SqliteConnection connection, FindingQuery query)
    {
        if (query.IsNarrow)
        {
            return Rows(connection, query);
        }

        if (!query.HasWindow)
        {
            return connection.ExecuteScalar<long>($"SELECT COALESCE(SUM(findings), 0) FROM finding_groups WHERE {query.Groups}", query.Parameters);
        }

        var window = FindingWindow.Of(query.Filter);
        return (window.HasDays ? Days(connection, query, window) : 0) + window.Edges.Sum(edge => Rows(connection, new FindingQuery(edge)));
    }

    private static long Days(SqliteConnection connection, FindingQuery query, FindingWindow window)
    {
        query.Parameters.Add("first", window.FirstDay);
        query.Parameters.Add("end", window.EndDay);
        var counts = query.HasGroups
            ? $"finding_group_days CROSS JOIN finding_groups AS g ON g.id = group_id WHERE {query.Groups} AND day >= @first AND day < @end"
            : "finding_daily WHERE namespace_id = 1 AND day >= @first AND day < @end";
        return connection.ExecuteScalar<long>(
            $"SELECT COALESCE(SUM({(query.HasGroups ? "finding_group_days." : "")}findings), 0) FROM {counts}", query.Parameters);
    }

    private static long Rows(SqliteConnection connection, FindingQuery query) => connection.ExecuteScalar<long>(
        $"SELECT COUNT(*) FROM findings {(query.IsNarrow ? "" : "INDEXED BY idx_findings_timestamp")} WHERE {query.Findings}", query.Parameters);
}
