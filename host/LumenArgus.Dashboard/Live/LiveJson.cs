using System.Text.Json;
using LumenArgus.Abstractions.Model;
using LumenArgus.Inspection.Mcp;
using LumenArgus.Inspection.Records;
using LumenArgus.Storage;
using LumenArgus.Storage.Database;
using LumenArgus.Storage.Findings;

namespace LumenArgus.Dashboard.Live;

/// <summary>The members of the events about traffic.</summary>
internal static class LiveJson
{
    public static void WriteToolCall(Utf8JsonWriter json, ExchangeRecord record, McpTool tool)
    {
        Text(json, "tool_name", McpToolName.Shown(tool.Name));
        json.WriteString("decision", record.Scan.Action switch
        {
            PolicyAction.Block => "blocked",
            PolicyAction.Pass => "allowed",
            _ => "alert",
        });
        json.WriteString("server_id", "");
        Text(json, "session_id", record.Session.SessionId);
        json.WriteString("timestamp", StoreTime.Format(record.Timestamp));
        json.WriteNumber("findings_count", record.Scan.Findings.Length);
    }

    public static void WriteScan(Utf8JsonWriter json, ExchangeRecord record)
    {
        json.WriteString("action", record.ActionName);
        Text(json, "client", record.Session.ClientName);
        Text(json, "provider", record.Provider);
        json.WriteNumber("findings_count", record.Scan.Findings.Length);
        json.WriteString("timestamp", StoreTime.Format(record.Timestamp));
        json.WriteString("exchange_id", record.ExchangeId);
        json.WriteNumber("request_id", record.RequestId);
        Text(json, "session_id", record.Session.SessionId);
        Text(json, "model", record.Model);
        Text(json, "endpoint", record.Path);
        json.WriteNumber("duration_ms", Math.Round(record.Scan.ScanDurationMs, 2));
        json.WriteBoolean("is_response", record.IsResponse);
    }

    public static void WriteFinding(Utf8JsonWriter json, FindingRow row)
    {
        json.WriteNumber("id", row.Id);
        json.WriteString("detector", row.Detector);
        json.WriteString("type", row.FindingType);
        json.WriteString("severity", row.Severity);
        json.WriteString("location", row.Location);
        json.WriteString("value_preview", row.ValuePreview);
        json.WriteString("action", row.ActionTaken);
        json.WriteString("origin", row.Origin);
        json.WriteString("client", row.ClientName);
        json.WriteString("provider", row.Provider);
        json.WriteString("intercept_mode", row.InterceptMode);
        json.WriteString("original_host", row.OriginalHost);
        json.WriteString("timestamp", row.Timestamp);
        json.WriteString("session_id", row.SessionId);
        json.WriteString("exchange_id", row.ExchangeId);
        json.WriteString("verdict", row.Verdict.Length == 0 ? null : row.Verdict);
        json.WriteString("working_directory", row.WorkingDirectory);
    }

    public static void WriteFinding(Utf8JsonWriter json, ExchangeRecord record, Finding finding)
    {
        json.WriteNull("id");
        Text(json, "detector", finding.Detector);
        Text(json, "type", finding.Type);
        json.WriteString("severity", WireNames.Of(finding.Severity));
        Text(json, "location", finding.Location);
        Text(json, "value_preview", finding.ValuePreview);
        json.WriteString("action", finding.Action is { } action ? WireNames.Of(action) : record.ActionName);
        json.WriteString("origin", WireNames.Of(finding.Origin));
        Text(json, "client", record.Session.ClientName);
        Text(json, "provider", record.Provider);
        Text(json, "intercept_mode", record.Session.InterceptMode ?? "reverse");
        Text(json, "original_host", record.Session.OriginalHost);
        json.WriteString("timestamp", StoreTime.Format(record.Timestamp));
        Text(json, "session_id", record.Session.SessionId);
        json.WriteString("exchange_id", record.ExchangeId);
        json.WriteString("verdict", WireNames.Of(finding.Verdict));
        Text(json, "working_directory", record.Session.WorkingDirectory);
    }

    private static void Text(Utf8JsonWriter json, string name, string? value) => json.WriteString(name, value is null ? "" : WellFormedText.Of(value));
}
