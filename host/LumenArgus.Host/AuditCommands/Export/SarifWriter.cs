using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using LumenArgus.Abstractions.Model;
using LumenArgus.Host.Output.Sarif;
using LumenArgus.Host.Startup;
using LumenArgus.Storage;

namespace LumenArgus.Host.AuditCommands.Export;

/// <summary>SARIF 2.1.0, one run. The results come first and the rules they name at the end, so that nothing has to be kept but the rules.</summary>
internal sealed class SarifWriter : IAuditExportWriter
{
    private const int FlushBytes = 64 * 1024;

    private readonly Utf8JsonWriter _json;
    private readonly Dictionary<string, int> _ruleNumbers = new(StringComparer.Ordinal);
    private readonly List<(string Detector, string Type, Severity Severity)> _rules = [];

    public SarifWriter(Stream output)
    {
        _json = new Utf8JsonWriter(output, new JsonWriterOptions { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        _json.WriteStartObject();
        _json.WriteString("$schema", SarifFormat.Schema);
        _json.WriteString("version", SarifFormat.Version);
        _json.WriteStartArray("runs");
        _json.WriteStartObject();
        _json.WriteStartArray("results");
    }

    public void Write(AuditRecord record)
    {
        var number = 0;
        foreach (var finding in record.Findings)
        {
            Write(record, finding, ++number);
        }

        if (_json.BytesPending > FlushBytes)
        {
            _json.Flush();
        }
    }

    public void Dispose()
    {
        _json.WriteEndArray();
        _json.WriteStartObject("tool");
        _json.WriteStartObject("driver");
        _json.WriteString("name", SarifFormat.ToolName);
        _json.WriteString("semanticVersion", ProductVersion.Current);
        _json.WriteStartArray("rules");
        foreach (var (detector, type, severity) in _rules)
        {
            _json.WriteStartObject();
            _json.WriteString("id", SarifFormat.RuleId(detector, type));
            _json.WriteString("name", type);
            SarifFormat.WriteText(_json, "shortDescription", SarifFormat.TitleOf(detector, type));
            SarifFormat.WriteSeverity(_json, severity);
            _json.WriteEndObject();
        }

        _json.WriteEndArray();
        _json.WriteEndObject();
        _json.WriteEndObject();
        _json.WriteEndObject();
        _json.WriteEndArray();
        _json.WriteEndObject();
        _json.Dispose();
    }

    private void Write(AuditRecord record, JsonElement finding, int number)
    {
        var (detector, type) = (AuditRecord.Text(finding, "detector"), AuditRecord.Text(finding, "type"));
        var severity = SeverityOf(AuditRecord.Text(finding, "severity"));
        var id = SarifFormat.RuleId(detector, type);
        if (_ruleNumbers.TryAdd(id, _rules.Count))
        {
            _rules.Add((detector, type, SeverityOf(AuditRecord.Text(finding, "rule_severity") is { Length: > 0 } own ? own : AuditRecord.Text(finding, "severity"))));
        }

        _json.WriteStartObject();
        _json.WriteString("ruleId", id);
        _json.WriteNumber("ruleIndex", _ruleNumbers[id]);
        _json.WriteString("level", SarifFormat.LevelOf(severity));
        var detail = AuditRecord.Text(finding, "detail");
        SarifFormat.WriteText(_json, "message", detail.Length > 0 ? detail : $"{type} found: {AuditRecord.Text(finding, "value_preview")}");
        _json.WriteStartArray("locations");
        _json.WriteStartObject();
        _json.WriteStartArray("logicalLocations");
        _json.WriteStartObject();
        _json.WriteString("fullyQualifiedName", $"{record.Text("provider")}{record.Text("endpoint")}#{AuditRecord.Text(finding, "location")}");
        _json.WriteEndObject();
        _json.WriteEndArray();
        _json.WriteEndObject();
        _json.WriteEndArray();
        _json.WriteStartObject("partialFingerprints");
        _json.WriteString("lumenArgusAudit/v1", Fingerprint($"{record.Text("exchange_id")}\n{id}\n{number}"));
        _json.WriteEndObject();
        WriteProperties(record, finding);
        _json.WriteEndObject();
    }

    private void WriteProperties(AuditRecord record, JsonElement finding)
    {
        _json.WriteStartObject("properties");
        _json.WriteString("timestamp", record.Text("timestamp"));
        foreach (var name in (ReadOnlySpan<string>)["exchange_id", "model", "account_id", "session_id", "client_name", "working_directory", "git_branch"])
        {
            Optional(name, record.Text(name));
        }

        foreach (var name in (ReadOnlySpan<string>)["severity", "action_taken", "value_preview", "count", "verdict"])
        {
            Optional(name, AuditRecord.Text(finding, name));
        }

        _json.WriteEndObject();
    }

    private void Optional(string name, string value)
    {
        if (value.Length > 0)
        {
            _json.WriteString(name, value);
        }
    }

    private static Severity SeverityOf(string name) => Array.Find(Enum.GetValues<Severity>(), severity => WireNames.Of(severity) == name);

    private static string Fingerprint(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 16));
}
