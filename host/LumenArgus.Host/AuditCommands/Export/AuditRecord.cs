using System.Globalization;
using System.Text.Json;
using LumenArgus.Storage.Audit.Reading;

namespace LumenArgus.Host.AuditCommands.Export;

/// <summary>One line of the audit log that could be read.</summary>
/// <param name="Line">The line as it stands in the file.</param>
/// <param name="Root">Its object.</param>
/// <param name="Time">Its time.</param>
internal readonly record struct AuditRecord(AuditLine Line, JsonElement Root, DateTimeOffset Time)
{
    /// <summary>The fields that tell who sent the request, in the order of the line.</summary>
    public static IReadOnlyList<string> SessionFields { get; } =
    [
        "account_id", "session_id", "device_id", "source_ip", "working_directory", "git_branch", "os_platform", "hostname", "username", "client_name", "client_version",
        "client_type", "raw_user_agent", "api_format", "sdk_name", "sdk_version", "runtime", "intercept_mode", "original_host",
    ];

    /// <summary>The findings; none where there are none or the line has something else there.</summary>
    public IEnumerable<JsonElement> Findings =>
        Property(Root, "findings") is { ValueKind: JsonValueKind.Array } findings
            ? findings.EnumerateArray().Where(static finding => finding.ValueKind == JsonValueKind.Object)
            : [];

    /// <summary>Reads the time of a record.</summary>
    public static DateTimeOffset? TimeOf(JsonElement root) => DateTimeOffset.TryParse(
        Text(root, "timestamp"), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time) ? time : null;

    /// <summary>A property as text: strings as they are, numbers and truth values as they are written; empty without one.</summary>
    public static string Text(JsonElement parent, string name)
    {
        try
        {
            return Property(parent, name) is not { } value ? "" : value.ValueKind switch
            {
                JsonValueKind.String => value.GetString()!,
                JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => value.GetRawText(),
                _ => "",
            };
        }
        catch (InvalidOperationException)
        {
            // Half of a surrogate pair; we never write one.
            return "";
        }
    }

    public string Text(string name) => Text(Root, name);

    private static JsonElement? Property(JsonElement parent, string name)
    {
        try
        {
            return parent.TryGetProperty(name, out var value) ? value : null;
        }
        catch (InvalidOperationException)
        {
            // Half of a surrogate pair in a name that stands beside it: a line that somebody changed must not end the export.
            return null;
        }
    }
}
