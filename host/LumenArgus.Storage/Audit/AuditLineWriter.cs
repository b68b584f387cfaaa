using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using LumenArgus.Abstractions.Model;

namespace LumenArgus.Storage.Audit;

/// <summary>Writes one entry as one compact JSON line. The fields are listed one by one so that nothing new reaches the disk unnoticed.</summary>
internal static class AuditLineWriter
{
    // Readable paths and names; the file is no HTML. Control characters are still escaped, so a line stays a line.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Write(IBufferWriter<byte> output, AuditEntry entry)
    {
        using (var json = new Utf8JsonWriter(output, Options))
        {
            json.WriteStartObject();
            json.WriteString("timestamp", entry.Timestamp.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture));
            json.WriteNumber("request_id", entry.RequestId);
            json.WriteString("exchange_id", entry.ExchangeId);
            Text(json, "provider", entry.Provider);
            Text(json, "model", entry.Model ?? "");
            Text(json, "endpoint", WithoutQuery(entry.Endpoint));
            json.WriteString("action", entry.Action);
            json.WriteStartArray("findings");
            foreach (var finding in entry.Findings)
            {
                WriteFinding(json, finding, entry.Action);
            }

            json.WriteEndArray();
            json.WriteNumber("scan_duration_ms", Math.Round(entry.ScanDurationMs, 2));
            json.WriteNumber("request_size_bytes", entry.RequestSizeBytes);
            json.WriteBoolean("passed", entry.Passed);
            WriteSession(json, entry.Session);
            json.WriteEndObject();
        }

        output.Write("\n"u8);
    }

    private static void WriteFinding(Utf8JsonWriter json, Finding finding, string entryAction)
    {
        json.WriteStartObject();
        Text(json, "detector", finding.Detector);
        Text(json, "type", finding.Type);
        json.WriteString("severity", WireNames.Of(finding.Severity));
        Text(json, "location", finding.Location);
        Text(json, "value_preview", finding.ValuePreview);
        json.WriteString("action_taken", finding.Action is { } action ? WireNames.Of(action) : entryAction);
        json.WriteNumber("count", finding.Count);
        json.WriteString("origin", WireNames.Of(finding.Origin));
        Optional(json, "verdict", WireNames.Of(finding.Verdict));
        Optional(json, "rule_severity", finding.RuleSeverity is { } severity ? WireNames.Of(severity) : null);
        Optional(json, "role", finding.Role == FieldRole.Unknown ? null : WireNames.Of(finding.Role));
        if (finding.IsLatestTurn)
        {
            json.WriteBoolean("latest_turn", true);
        }

        if (finding.Origin == FindingOrigin.Framework)
        {
            Optional(json, "detail", finding.Detail);
        }

        json.WriteEndObject();
    }

    private static void WriteSession(Utf8JsonWriter json, SessionContext session)
    {
        Optional(json, "account_id", session.AccountId);
        Optional(json, "session_id", session.SessionId);
        Optional(json, "device_id", session.DeviceId);
        Optional(json, "source_ip", session.SourceIp);
        Optional(json, "working_directory", session.WorkingDirectory);
        Optional(json, "git_branch", session.GitBranch);
        Optional(json, "os_platform", session.OsPlatform);
        Optional(json, "hostname", session.Hostname);
        Optional(json, "username", session.Username);
        Optional(json, "client_name", session.ClientName);
        Optional(json, "client_version", session.ClientVersion);
        Optional(json, "client_type", session.ClientType);
        Optional(json, "raw_user_agent", session.RawUserAgent);
        Optional(json, "api_format", session.ApiFormat);
        Optional(json, "sdk_name", session.SdkName);
        Optional(json, "sdk_version", session.SdkVersion);
        Optional(json, "runtime", session.Runtime);
        Text(json, "intercept_mode", session.InterceptMode ?? "reverse");
        Optional(json, "original_host", session.OriginalHost);
    }

    private static void Optional(Utf8JsonWriter json, string name, string? value)
    {
        if (!string.IsNullOrEmpty(value))
        {
            Text(json, name, value);
        }
    }

    // A property name of the body can hold half a surrogate pair, which the writer refuses.
    private static void Text(Utf8JsonWriter json, string name, string value) => json.WriteString(name, WellFormedText.Of(value));

    private static string WithoutQuery(string endpoint)
    {
        var end = endpoint.AsSpan().IndexOfAny('?', '#');
        return end < 0 ? endpoint : endpoint[..end];
    }
}
