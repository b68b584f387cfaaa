using System.Text.Json;
using LumenArgus.Abstractions.Model;
using LumenArgus.Host.Output;
using LumenArgus.Inspection.Modes;
using LumenArgus.Inspection.Records;
using LumenArgus.Inspection.Reloading;
using LumenArgus.Storage;

namespace LumenArgus.Host.Terminal;

/// <summary>One JSON object per line, for log collectors.</summary>
internal sealed class JsonTerminalFormat : ITerminalFormat
{
    public string Started(StartInfo info) => Line("start", json =>
    {
        json.WriteString("bind", info.Bind);
        json.WriteNumber("port", info.Port);
        if (info.DashboardUrl is { } dashboard)
        {
            // Without the token: lines of this kind are collected.
            json.WriteString("dashboard", dashboard);
        }
    });

    public string Request(ExchangeRecord record) => Line("request", json =>
    {
        json.WriteNumber("request_id", record.RequestId);
        json.WriteString("exchange_id", record.ExchangeId);
        Text(json, "method", record.Method);
        Text(json, "path", record.Path);
        Text(json, "model", record.Model ?? "");
        json.WriteNumber("req_bytes", record.RequestBytes);
        json.WriteNumber("resp_bytes", record.ResponseBytes);
        json.WriteNumber("duration_ms", Math.Round(record.Duration.TotalMilliseconds, 1));
        json.WriteString("action", WireNames.Of(record.Scan.Action));
        WriteFindings(json, record.Scan);
        json.WriteNumber("scan_ms", Math.Round(record.Scan.ScanDurationMs, 2));
    });

    // Programs get the findings with the request's line.
    public string? Warning(ExchangeRecord record) => null;

    public string? Response(ExchangeRecord record) => record.Scan.Findings.IsEmpty ? null : Line("response", json =>
    {
        json.WriteNumber("request_id", record.RequestId);
        json.WriteString("exchange_id", record.ExchangeId);
        json.WriteString("action", WireNames.Of(record.Scan.Action));
        WriteFindings(json, record.Scan);
        json.WriteNumber("scan_ms", Math.Round(record.Scan.ScanDurationMs, 2));
    });

    public string Error(long requestId, string text) => Line("error", json =>
    {
        json.WriteNumber("request_id", requestId);
        Text(json, "error", text);
    });

    public string Reloaded(ReloadReport report) => Line("reload", json =>
    {
        json.WritePropertyName("report");
        json.WriteRawValue(ReloadReportJson.Write(report));
    });

    public string ModeChanged(ModeState state) => Line("mode", json =>
    {
        json.WriteString("mode", ModeState.NameOf(state.Mode));
        if (state.Until is { } until)
        {
            json.WriteString("until", until);
        }
    });

    public string Stopping(long openRequests, TimeSpan patience) => Line("stopping", json =>
    {
        json.WriteNumber("open_requests", openRequests);
        json.WriteNumber("patience_seconds", patience.TotalSeconds);
    });

    public string Stopped(SessionSnapshot session, long linesNotShown) => Line("shutdown", json =>
    {
        json.WriteStartObject("stats");
        json.WriteNumber("total_requests", session.TotalRequests);
        json.WriteNumber("total_bytes_scanned", session.TotalBytesScanned);
        WriteCounts(json, "actions", session.Actions);
        WriteCounts(json, "providers", session.Providers);
        WriteCounts(json, "finding_types", session.FindingTypes);
        json.WriteNumber("avg_scan_ms", Math.Round(session.AverageScanMs, 2));
        json.WriteNumber("p95_scan_ms", Math.Round(session.P95ScanMs, 2));
        if (linesNotShown > 0)
        {
            json.WriteNumber("lines_not_shown", linesNotShown);
        }

        json.WriteEndObject();
    });

    private static string Line(string name, Action<Utf8JsonWriter> write) => JsonLine.Write(json =>
    {
        json.WriteString("event", name);
        write(json);
    });

    private static void WriteFindings(Utf8JsonWriter json, ScanResult scan)
    {
        json.WriteStartArray("findings");
        foreach (var finding in scan.Findings)
        {
            WriteFinding(json, finding, scan.Action);
        }

        json.WriteEndArray();
    }

    private static void WriteFinding(Utf8JsonWriter json, Finding finding, PolicyAction action)
    {
        json.WriteStartObject();
        Text(json, "detector", finding.Detector);
        Text(json, "type", finding.Type);
        json.WriteString("severity", WireNames.Of(finding.Severity));
        Text(json, "location", finding.Location);
        json.WriteString("action", WireNames.Of(finding.Action ?? action));
        if (WireNames.Of(finding.Verdict) is { } verdict)
        {
            json.WriteString("verdict", verdict);
        }

        if (finding.Count > 1)
        {
            json.WriteNumber("count", finding.Count);
        }

        json.WriteEndObject();
    }

    private static void WriteCounts(Utf8JsonWriter json, string name, IReadOnlyDictionary<string, long> counts)
    {
        json.WriteStartObject(name);
        foreach (var (key, value) in counts)
        {
            json.WriteNumber(WellFormedText.Of(key), value);
        }

        json.WriteEndObject();
    }

    private static void Text(Utf8JsonWriter json, string name, string value) => json.WriteString(name, WellFormedText.Of(value));
}
