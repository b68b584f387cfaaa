using Dapper;
using LumenArgus.Storage.Database;

namespace LumenArgus.Storage.Analysis;

internal sealed class SqliteRuleAnalysisStore(StoreAccess store) : IRuleAnalysisStore
{
    public Task<RuleAnalysis?> LatestAsync(CancellationToken cancellationToken) => store.ReadAsync(
        static connection => connection.QueryFirstOrDefault<RuleAnalysis>(
            """
            SELECT id, timestamp, duration_s AS duration_seconds, total_rules, duplicates, subsets, overlap_count, results_json, dismissed_json
            FROM rule_analysis WHERE namespace_id = 1 ORDER BY id DESC LIMIT 1
            """),
        cancellationToken);

    public Task<long> AddAsync(RuleAnalysis analysis, CancellationToken cancellationToken) => store.WriteAsync(
        connection => connection.ExecuteScalar<long>(
            """
            INSERT INTO rule_analysis (timestamp, duration_s, total_rules, duplicates, subsets, overlap_count, results_json, dismissed_json)
            VALUES (@Timestamp, @DurationSeconds, @TotalRules, @Duplicates, @Subsets, @OverlapCount, @ResultsJson, @DismissedJson)
            RETURNING id
            """,
            analysis),
        cancellationToken);

    public Task<bool> SetDismissedAsync(long id, string dismissedJson, CancellationToken cancellationToken) => store.WriteAsync(
        connection => connection.Execute(
            "UPDATE rule_analysis SET dismissed_json = @dismissedJson WHERE id = @id AND namespace_id = 1", new { id, dismissedJson }) > 0,
        cancellationToken);
}
