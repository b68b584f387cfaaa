using System.Text;
using Dapper;
using LumenArgus.Storage.Database;

namespace LumenArgus.Storage.Findings;

/// <summary>A filter as SQL. Texts of the caller are parameters only.</summary>
internal sealed class FindingQuery
{
    private readonly StringBuilder _findings = new("namespace_id = 1");
    private readonly StringBuilder _groups = new("namespace_id = 1");
    private readonly StringBuilder _window = new("1");

    public FindingQuery(FindingFilter filter)
    {
        Filter = filter;
        Group("severity", filter.Severity);
        Group("detector", filter.Detector);
        Group("finding_type", filter.FindingType);
        Group("action_taken", filter.Action);
        Group("provider", filter.Provider);
        Group("client_name", filter.Client);
        Group("intercept_mode", filter.InterceptMode);
        Group("origin", filter.Origin);
        Group("account_id", filter.AccountId);
        Group("api_key_hash", filter.ApiKeyHash);
        Group("hostname", filter.Hostname);
        Group("username", filter.Username);
        Group("sdk_name", filter.SdkName);
        Group("runtime", filter.Runtime);
        Group("original_host", filter.OriginalHost);
        Group("working_directory", filter.WorkingDirectory, "instr(working_directory, @working_directory) > 0");

        if (filter.SessionId is { } session)
        {
            IsNarrow = true;
            Add("session_id", session, "session_id = @session_id");
        }

        if (filter.Verdict is { } verdict)
        {
            // The second condition is that of the index.
            HasVerdict = true;
            Add("verdict", verdict, "verdict = @verdict AND verdict != ''");
        }

        Window("from", filter.From, "timestamp >= @from");
        Window("to", filter.To, "timestamp < @to");
        if (filter.Before is { } before)
        {
            Parameters.Add("before", before);
        }
    }

    public FindingFilter Filter { get; }

    public DynamicParameters Parameters { get; } = new();

    /// <summary>The whole filter, for rows of <c>findings</c>.</summary>
    public string Findings => _findings.ToString();

    /// <summary>The part that <c>finding_groups</c> can answer.</summary>
    public string Groups => _groups.ToString();

    /// <summary>The part about the time, for rows of <c>findings</c>.</summary>
    public string Times => _window.ToString();

    /// <summary>Whether it names a conversation: an index leads to few rows.</summary>
    public bool IsNarrow { get; private set; }

    /// <summary>Whether it names a verdict, which few rows have.</summary>
    public bool HasVerdict { get; }

    /// <summary>The rows with its verdict.</summary>
    public string ByVerdict =>
        $"findings INDEXED BY idx_findings_verdict WHERE verdict = @verdict AND verdict != '' AND group_id IN (SELECT id FROM finding_groups WHERE {Groups}) AND {Times}";

    /// <summary>The end of the rows that are meant, for rows of <c>findings</c>; empty for all. Not a part of what is counted.</summary>
    public string Cursor => Filter.Before is null ? "" : " AND id < @before";

    public bool HasGroups { get; private set; }

    public bool HasWindow { get; private set; }

    private void Group(string column, string? value) => Group(column, value, $"{column} = @{column}");

    private void Group(string column, string? value, string condition)
    {
        if (value is not null)
        {
            HasGroups = true;
            _groups.Append(" AND ").Append(condition);
            Add(column, value, condition);
        }
    }

    private void Window(string name, DateTimeOffset? time, string condition)
    {
        if (time is { } value)
        {
            HasWindow = true;
            _window.Append(" AND ").Append(condition);
            Add(name, StoreTime.Format(value), condition);
        }
    }

    private void Add(string name, string value, string condition)
    {
        _findings.Append(" AND ").Append(condition);
        Parameters.Add(name, value);
    }
}
