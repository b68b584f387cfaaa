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

    // About as many as can be looked through for a text within half of the time that a page may take.
    private const int TextRows = 10_000;

    private static readonly string HasText = "(" + string.Join(
        " OR ", new[] { "location", "finding_type", "value_preview", "client_name", "working_directory" }.Select(static column => $"instr(lower({column}), lower(@text))")) + ")";

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
        if (filter.Text is { Length: > 0 } text)
        {
            query.Parameters.Add("text", text);

            // The newest rows of the table are next to each other; those of an index are all over it.
            var isFew = total <= (query.HasGroups || filter.To is not null ? fewRows : Math.Min(fewRows, TextRows));
            return WithText(connection, query, Sql(query, isFew, $"id, {HasText}", isText: true), limit, offset);
        }

        var rows = connection.Query<FindingRow>(Sql(query, total <= fewRows, FindingColumns.Read), query.Parameters).AsList();
        return new FindingPage(rows, total) { NextBefore = rows.Count == limit ? rows[^1].Id : null };
    }

    private static FindingPage WithText(SqliteConnection connection, FindingQuery query, string sql, int limit, long offset)
    {
        query.Parameters.Add("limit", TextRows);
        query.Parameters.Add("offset", 0);
        var seen = connection.Query<(long Id, bool IsHit)>(sql, query.Parameters).AsList();
        var hits = seen.Where(static row => row.IsHit).Select(static row => row.Id).ToList();
        var page = hits.Skip((int)Math.Min(offset, hits.Count)).Take(limit).ToList();
        var found = connection.Query<FindingRow>(
            $"SELECT {FindingColumns.Read} FROM findings WHERE id IN (SELECT value FROM json_each(@ids)) ORDER BY id DESC", new { ids = $"[{string.Join(',', page)}]" }).AsList();
        var isPartial = seen.Count == TextRows;
        return new FindingPage(found, hits.Count)
        {
            NextBefore = hits.Count > offset + limit ? page[^1] : isPartial ? seen[^1].Id : null,
            TotalIsMinimum = isPartial,
        };
    }

    private static string Sql(FindingQuery query, bool isFew, string columns, bool isText = false)
    {
        if (query.IsNarrow)
        {
            return $"SELECT {columns} FROM findings INDEXED BY idx_findings_session WHERE {query.Findings}{query.Cursor} ORDER BY id DESC LIMIT @limit OFFSET @offset";
        }

        if (query.HasVerdict)
        {
            return $"SELECT {columns} FROM findings WHERE id IN (SELECT id FROM {query.ByVerdict}{query.Cursor} ORDER BY +id DESC LIMIT @limit OFFSET @offset) ORDER BY id DESC";
        }

        if (isFew && (query.HasGroups || query.HasWindow))
        {
            // From the newest on, with a limit that keeps this order: a row that belongs to none of the first places is passed over, where each would be sorted in otherwise.
            var collected = query.HasGroups
                ? $"findings INDEXED BY idx_findings_group WHERE group_id IN (SELECT id FROM finding_groups WHERE {query.Groups}) AND {query.Times}{query.Cursor}"
                : $"(SELECT id FROM findings INDEXED BY idx_findings_timestamp WHERE {query.Times}{query.Cursor} ORDER BY timestamp DESC LIMIT -1) AS newest";
            return $"SELECT {columns} FROM findings WHERE id IN (SELECT id FROM {collected} ORDER BY +id DESC LIMIT @limit OFFSET @offset) ORDER BY id DESC";
        }

        // Not from the very end: what is asked for may have stopped long ago. One bound, as SQLite begins at one only.
        var newest = query.HasGroups ? $"(SELECT MAX(newest_id) FROM finding_groups WHERE {query.Groups})" : "";
        var start = (newest.Length > 0, query.Cursor.Length > 0) switch
        {
            (true, true) => $"id <= MIN(@before - 1, {newest}) AND ",
            (true, false) => $"id <= {newest} AND ",
            (false, true) => "id < @before AND ",
            _ => "",
        };

        // For a text the limit is on what is passed on the way, whatever of it is asked for.
        return isText
            ? $"SELECT {columns} AND {query.Findings} FROM findings NOT INDEXED WHERE {start}1 ORDER BY id DESC LIMIT @limit OFFSET @offset"
            : $"SELECT {columns} FROM findings NOT INDEXED WHERE {start}{query.Findings} ORDER BY id DESC LIMIT @limit OFFSET @offset";
    }
}
