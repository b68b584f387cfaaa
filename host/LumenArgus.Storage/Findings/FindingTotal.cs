using Dapper;
using Microsoft.Data.Sqlite;

namespace LumenArgus.Storage.Findings;

/// <summary>How many findings match, from what is kept counted wherever that can tell.</summary>
internal static class FindingTotal
{
    public static long Read(SqliteConnection connection, FindingQuery query)
    {
        if (query is { IsNarrow: true, HasGroups: false, HasWindow: false, HasVerdict: false })
        {
            return connection.ExecuteScalar<long>(
                "SELECT COALESCE(SUM(finding_count), 0) FROM finding_sessions WHERE session_id = @session_id AND namespace_id = 1", query.Parameters);
        }

        if (query.IsNarrow)
        {
            return Rows(connection, query);
        }

        if (query.HasVerdict)
        {
            return connection.ExecuteScalar<long>($"SELECT COUNT(*) FROM {query.ByVerdict}", query.Parameters);
        }

        if (!query.HasWindow)
        {
            return connection.ExecuteScalar<long>($"SELECT COALESCE(SUM(findings), 0) FROM finding_groups WHERE {query.Groups}", query.Parameters);
        }

        // Of a time that holds most of the findings, what lies outside is less to add up. While rows wait to be counted it can seem more than all.
        return InDays(connection, FindingWindow.Of(query.Filter), groups: null) * 2 > InDays(connection, FindingWindow.Of(FindingFilter.All), groups: null)
            ? Math.Max(0, Read(connection, new FindingQuery(query.Filter with { From = null, To = null })) - Outside(connection, query.Filter))
            : Inside(connection, query.Filter);
    }

    private static long Outside(SqliteConnection connection, FindingFilter filter) =>
        (filter.From is { } from ? Inside(connection, filter with { From = null, To = from }) : 0)
        + (filter.To is { } to ? Inside(connection, filter with { From = to, To = null }) : 0);

    private static long Inside(SqliteConnection connection, FindingFilter filter)
    {
        var window = FindingWindow.Of(filter);
        var query = new FindingQuery(filter);
        return InDays(connection, window, query.HasGroups ? query : null) + window.Edges.Sum(edge => Rows(connection, new FindingQuery(edge)));
    }

    private static long InDays(SqliteConnection connection, FindingWindow window, FindingQuery? groups)
    {
        if (!window.HasDays)
        {
            return 0;
        }

        var parameters = groups?.Parameters ?? new DynamicParameters();
        parameters.Add("first", window.FirstDay);
        parameters.Add("end", window.EndDay);
        var counts = groups is null
            ? "finding_daily WHERE namespace_id = 1 AND day >= @first AND day < @end"
            : $"finding_group_days AS counted CROSS JOIN finding_groups ON finding_groups.id = group_id WHERE {groups.Groups} AND day >= @first AND day < @end";
        return connection.ExecuteScalar<long>($"SELECT COALESCE(SUM({(groups is null ? "" : "counted.")}findings), 0) FROM {counts}", parameters);
    }

    private static long Rows(SqliteConnection connection, FindingQuery query) => connection.ExecuteScalar<long>(
        $"SELECT COUNT(*) FROM findings INDEXED BY {(query.IsNarrow ? "idx_findings_session" : "idx_findings_timestamp")} WHERE {query.Findings}", query.Parameters);
}
