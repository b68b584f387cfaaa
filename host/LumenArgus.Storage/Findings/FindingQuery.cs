using System.Text;
using Dapper;
using LumenArgus.Storage.Database;

namespace LumenArgus.Storage.Findings;

/// <summary>A filter as SQL. Texts of the caller are parameters only.</summary>
internal sealed class FindingQuery
{
    private readonly StringBuilder _where = new("namespace_id = 1");

    public FindingQuery(FindingFilter filter)
    {
        Equal("severity", filter.Severity);
        Equal("detector", filter.Detector);
        Equal("finding_type", filter.FindingType);
        Equal("action_taken", filter.Action);
        Equal("provider", filter.Provider);
        Equal("client_name", filter.Client);
        Equal("intercept_mode", filter.InterceptMode);
        Equal("origin", filter.Origin);
        Equal("session_id", filter.SessionId);
        Equal("account_id", filter.AccountId);
        Equal("hostname", filter.Hostname);
        Equal("username", filter.Username);
        Equal("sdk_name", filter.SdkName);
        Equal("runtime", filter.Runtime);
        Equal("original_host", filter.OriginalHost);
        Equal("value_hash", filter.ValueHash);
        Compare("working_directory", filter.WorkingDirectory, "instr(working_directory, @working_directory) > 0");
        Compare("from", filter.From, "timestamp >= @from");
        Compare("to", filter.To, "timestamp < @to");
    }

    public DynamicParameters Parameters { get; } = new();

    public string Where => _where.ToString();

    private void Equal(string column, string? value) => Compare(column, value, $"{column} = @{column}");

    private void Compare(string name, DateTimeOffset? value, string condition) => Compare(name, value is { } time ? StoreTime.Format(time) : null, condition);

    private void Compare(string name, string? value, string condition)
    {
        if (value is not null)
        {
            _where.Append(" AND ").Append(condition);
            Parameters.Add(name, value);
        }
    }
}
