using System.Collections.Immutable;

namespace LumenArgus.Storage.Findings;

/// <summary>The columns of the table and where their values come from.</summary>
internal static class FindingColumns
{
    public static readonly ImmutableArray<(string Name, Func<FindingRow, object> Value)> Written =
    [
        ("timestamp", static row => row.Timestamp),
        ("first_seen", static row => row.FirstSeen),
        ("exchange_id", static row => row.ExchangeId),
        ("request_id", static row => row.RequestId),
        ("detector", static row => row.Detector),
        ("finding_type", static row => row.FindingType),
        ("severity", static row => row.Severity),
        ("rule_severity", static row => row.RuleSeverity),
        ("verdict", static row => row.Verdict),
        ("location", static row => row.Location),
        ("action_taken", static row => row.ActionTaken),
        ("provider", static row => row.Provider),
        ("model", static row => row.Model),
        ("value_preview", static row => row.ValuePreview),
        ("detail", static row => row.Detail),
        ("count", static row => row.Count),
        ("seen_count", static row => row.SeenCount),
        ("origin", static row => row.Origin),
        ("account_id", static row => row.AccountId),
        ("session_id", static row => row.SessionId),
        ("device_id", static row => row.DeviceId),
        ("source_ip", static row => row.SourceIp),
        ("working_directory", static row => row.WorkingDirectory),
        ("git_branch", static row => row.GitBranch),
        ("os_platform", static row => row.OsPlatform),
        ("hostname", static row => row.Hostname),
        ("username", static row => row.Username),
        ("client_name", static row => row.ClientName),
        ("client_version", static row => row.ClientVersion),
        ("client_type", static row => row.ClientType),
        ("raw_user_agent", static row => row.RawUserAgent),
        ("api_format", static row => row.ApiFormat),
        ("sdk_name", static row => row.SdkName),
        ("sdk_version", static row => row.SdkVersion),
        ("runtime", static row => row.Runtime),
        ("intercept_mode", static row => row.InterceptMode),
        ("original_host", static row => row.OriginalHost),
        ("api_key_hash", static row => row.ApiKeyHash),
        ("content_hash", static row => row.ContentHash),
        ("value_hash", static row => row.ValueHash),
        ("role", static row => row.Role),
        ("context", static row => row.Context),
    ];

    /// <summary>All columns that are read.</summary>
    public static readonly string Read = "id, " + string.Join(", ", Written.Select(static column => column.Name));

    // A group that is not there yet is made when the row is counted.
    private static readonly string Group =
        "COALESCE((SELECT id FROM finding_groups WHERE namespace_id = 1 AND "
        + string.Join(" AND ", FindingCounts.GroupColumns.Select(static column => $"{column} = @{column}")) + "), 0)";

    // Nothing for a row that is there: a statement that may also change one keeps a copy of each page that it touches, which was a third of what a finding cost.
    public static readonly string Insert =
        $"INSERT INTO findings ({string.Join(", ", Written.Select(static column => column.Name))}, group_id) VALUES ({string.Join(", ", Written.Select(static column => "@" + column.Name))}, {Group}) "
        + "ON CONFLICT (content_hash, session_id, namespace_id) WHERE content_hash != '' AND session_id != '' DO NOTHING";
}
