using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using LumenArgus.Host.Startup;

namespace LumenArgus.Host.AuditCommands.Export;

/// <summary>
/// One OCSF event per finding and line: class Data Security Finding (2006) of category Findings (2) with the profile Security Control, schema 1.3.0
/// (schema.ocsf.io). What has no place in the schema stands in <c>unmapped</c> under the name that the audit log gives it.
/// </summary>
internal sealed class OcsfWriter(Stream output) : IAuditExportWriter
{
    private const string SchemaVersion = "1.3.0";
    private const int Category = 2;
    private const int Class = 2006;
    private const int ActivityCreate = 1;

    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private readonly ArrayBufferWriter<byte> _line = new(2048);

    public void Write(AuditRecord record)
    {
        var number = 0;
        foreach (var finding in record.Findings)
        {
            Write(record, finding, ++number);
        }
    }

    public void Dispose() => output.Flush();

    private void Write(AuditRecord record, JsonElement finding, int number)
    {
        _line.ResetWrittenCount();
        using (var json = new Utf8JsonWriter(_line, Options))
        {
            json.WriteStartObject();
            json.WriteNumber("activity_id", ActivityCreate);
            json.WriteString("activity_name", "Create");
            json.WriteNumber("category_uid", Category);
            json.WriteString("category_name", "Findings");
            json.WriteNumber("class_uid", Class);
            json.WriteString("class_name", "Data Security Finding");
            json.WriteNumber("type_uid", (Class * 100) + ActivityCreate);
            json.WriteString("type_name", "Data Security Finding: Create");
            json.WriteNumber("time", record.Time.ToUnixTimeMilliseconds());
            var severity = AuditRecord.Text(finding, "severity");
            json.WriteNumber("severity_id", SeverityOf(severity));
            json.WriteString("severity", SeverityNameOf(severity));
            WriteOutcome(json, AuditRecord.Text(finding, "action_taken"), record.Text("passed") == "true");
            WriteMetadata(json, record);
            WriteFindingInfo(json, record, finding, number);
            WriteDataSecurity(json, finding);
            WriteActor(json, record);
            WriteUnmapped(json, record, finding);
            json.WriteEndObject();
        }

        output.Write(_line.WrittenSpan);
        output.WriteByte((byte)'\n');
    }

    private static void WriteOutcome(Utf8JsonWriter json, string action, bool passed)
    {
        json.WriteNumber("action_id", passed ? 1 : 2);
        json.WriteString("action", passed ? "Allowed" : "Denied");
        var (id, name) = action switch
        {
            "block" when !passed => (2, "Blocked"),
            "redact" or "strip" when passed => (11, "Corrected"),
            "alert" when passed => (19, "Alert"),
            "log" when passed => (17, "Logged"),
            _ when passed => (1, "Allowed"),
            _ => (2, "Blocked"),
        };
        json.WriteNumber("disposition_id", id);
        json.WriteString("disposition", name);
    }

    private static void WriteMetadata(Utf8JsonWriter json, AuditRecord record)
    {
        json.WriteStartObject("metadata");
        json.WriteString("version", SchemaVersion);
        json.WriteStartObject("product");
        json.WriteString("name", "LumenArgus");
        json.WriteString("vendor_name", "LumenArgus");
        json.WriteString("version", ProductVersion.Current);
        json.WriteEndObject();
        json.WriteStartArray("profiles");
        json.WriteStringValue("security_control");
        json.WriteEndArray();
        json.WriteString("log_name", "audit");
        Optional(json, "correlation_uid", record.Text("exchange_id"));
        json.WriteEndObject();
    }

    private static void WriteFindingInfo(Utf8JsonWriter json, AuditRecord record, JsonElement finding, int number)
    {
        var (detector, type) = (AuditRecord.Text(finding, "detector"), AuditRecord.Text(finding, "type"));
        json.WriteStartObject("finding_info");
        json.WriteString("uid", $"{record.Text("exchange_id")}:{number}");
        json.WriteString("title", $"{type} ({detector})");
        Optional(json, "desc", AuditRecord.Text(finding, "detail"));
        json.WriteNumber("created_time", record.Time.ToUnixTimeMilliseconds());
        json.WriteStartArray("types");
        json.WriteStringValue(type);
        json.WriteEndArray();
        json.WriteStartObject("analytic");
        json.WriteString("name", type);
        json.WriteString("uid", $"{detector}.{type}");
        json.WriteNumber("type_id", 1);
        json.WriteString("type", "Rule");
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteDataSecurity(Utf8JsonWriter json, JsonElement finding)
    {
        var (id, name) = AuditRecord.Text(finding, "detector") switch
        {
            "pii" => (1, "Personal"),
            "proprietary" => (4, "Business"),
            "secrets" => (6, "Security"),
            _ => (99, "Other"),
        };
        json.WriteStartObject("data_security");
        json.WriteNumber("category_id", id);
        json.WriteString("category", name);
        json.WriteNumber("data_lifecycle_state_id", 2);
        json.WriteString("data_lifecycle_state", "Data in-transit");
        json.WriteNumber("detection_system_id", 2);
        json.WriteString("detection_system", "DLP Gateway");
        Optional(json, "pattern_match", AuditRecord.Text(finding, "value_preview"));
        json.WriteEndObject();
    }

    private static void WriteActor(Utf8JsonWriter json, AuditRecord record)
    {
        var (account, user, session, client) = (record.Text("account_id"), record.Text("username"), record.Text("session_id"), record.Text("client_name"));

        // The schema forbids an actor and a user of whom nothing is said.
        if (account.Length + user.Length + session.Length + client.Length > 0)
        {
            json.WriteStartObject("actor");
            if (account.Length + user.Length > 0)
            {
                json.WriteStartObject("user");
                Optional(json, "uid", account);
                Optional(json, "name", user);
                json.WriteEndObject();
            }

            if (session.Length > 0)
            {
                json.WriteStartObject("session");
                json.WriteString("uid", session);
                json.WriteEndObject();
            }

            Optional(json, "app_name", client);
            json.WriteEndObject();
        }

        if (record.Text("source_ip") is { Length: > 0 } address)
        {
            json.WriteStartObject("src_endpoint");
            json.WriteString("ip", address);
            Optional(json, "hostname", record.Text("hostname"));
            Optional(json, "uid", record.Text("device_id"));
            json.WriteEndObject();
        }
    }

    private static void WriteUnmapped(Utf8JsonWriter json, AuditRecord record, JsonElement finding)
    {
        json.WriteStartObject("unmapped");
        foreach (var name in (ReadOnlySpan<string>)["request_id", "provider", "model", "endpoint", "action", "working_directory", "git_branch", "os_platform", "client_version", "raw_user_agent"])
        {
            Optional(json, name, record.Text(name));
        }

        foreach (var name in (ReadOnlySpan<string>)["location", "count", "origin", "verdict"])
        {
            Optional(json, name, AuditRecord.Text(finding, name));
        }

        json.WriteEndObject();
    }

    private static int SeverityOf(string severity) => severity switch
    {
        "info" => 1,
        "warning" => 3,
        "high" => 4,
        "critical" => 5,
        _ => 0,
    };

    private static string SeverityNameOf(string severity) => severity switch
    {
        "info" => "Informational",
        "warning" => "Medium",
        "high" => "High",
        "critical" => "Critical",
        _ => "Unknown",
    };

    private static void Optional(Utf8JsonWriter json, string name, string value)
    {
        if (value.Length > 0)
        {
            json.WriteString(name, value);
        }
    }
}
