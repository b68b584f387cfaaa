using Dapper;
using Microsoft.Data.Sqlite;

namespace LumenArgus.Storage.Findings;

/// <summary>
/// Reads a page. How depends on how many rows match: few are collected by an index and sorted, many are met soon on the way through the table from
/// its end.
/// </summary>
internal static class FindingPageReader
{
    // Collecting costs about a tenth of a microsecond a row, a step through the table about one.
    private const long FewRows = 100_000;

    public static FindingPage Read(SqliteConnection connection, FindingFilter filter, int limit, long offset, long fewRows = FewRows)
    {
        var query = new FindingQuery(filter);
        var total = FindingTotal.Read(connection, query);
        if (total <= offset)
        {
            return new FindingPage([], total);
        }

        query.Parameters.Add("limit", limit);
        query.Parameters.Add("offset", offset);
        return new FindingPage(connection.Query<FindingRow>(Sql(query, total <= fewRows), query.Parameters).AsList(), total);
    }

    private static string Sql(FindingQuery query, bool isFew)
    {
        if (query.IsNarrow)
        {
            // The plus keeps SQLite from walking through the whole table to save a sort.
            return $"SELECT {FindingColumns.Read} FROM findings WHERE {query.Findings} ORDER BY +id DESC LIMIT @limit OFFSET @offset";
        }

        if (isFew && (query.HasGroups || query.HasWindow))
        {
            var collected = query.HasGroups
                ? $"findings INDEXED BY idx_findings_group WHERE group_id IN (SELECT id FROM finding_groups WHERE {query.Groups}) AND {query.Times}"
                : $"findings INDEXED BY idx_findings_timestamp WHERE {query.Times}";
            return $"SELECT {FindingColumns.Read} FROM findings WHERE id IN (SELECT id FROM {collected} ORDER BY +id DESC LIMIT @limit OFFSET @offset) "
                + "ORDER BY id DESC";
        }

        // Not from the very end: what is asked for may have stopped long ago.
        var start = query.HasGroups ? $"id <= (SELECT MAX(newest_id) FROM finding_groups WHERE {query.Groups}) AND " : "";
        return $"SELECT {FindingColumns.Read} FROM findings NOT INDEXED WHERE {start}{query.Findings} ORDER BY id DESC LIMIT @limit OFFSET @offset";
    }
}
