using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using LumenArgus.Storage;

namespace LumenArgus.Host.FileScan.Output;

/// <summary>
/// One JSON object per line on standard output: for standard input always one with a status, else one for each file with findings. The keys of the
/// original come first in each object; ours behind them.
/// </summary>
internal sealed class JsonScanOutput(TextWriter output, bool isOneText, bool isDiff) : IScanOutput
{
    private bool _hasFiles;

    public void Write(FileReport report)
    {
        _hasFiles = true;
        if (!report.Findings.IsEmpty)
        {
            output.WriteLine(ToJson(report));
        }
        else if (isOneText && report.Problem is null)
        {
            output.WriteLine(Clean());
        }
    }

    public void Finish(ScanTotals totals)
    {
        // A diff that adds nothing is clean, not silent.
        if (isDiff && !_hasFiles)
        {
            output.WriteLine(Clean());
        }

        output.Flush();
    }

    private static string Clean() => """{"status":"clean","findings":[]}""";

    private string ToJson(FileReport report)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            if (isOneText)
            {
                json.WriteString("status", "findings");
            }
            else
            {
                json.WriteString("file", report.Name);
            }

            json.WriteNumber("count", report.Findings.Length);
            json.WriteNumber("exit_code", report.ExitCode);
            json.WriteStartArray("findings");
            foreach (var found in report.Findings)
            {
                WriteFinding(json, report, found);
            }

            json.WriteEndArray();
            if (report.IsBinary)
            {
                json.WriteBoolean("binary", true);
            }

            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static void WriteFinding(Utf8JsonWriter json, FileReport report, LocatedFinding found)
    {
        var finding = found.Finding;
        json.WriteStartObject();
        json.WriteString("detector", finding.Detector);
        json.WriteString("type", finding.Type);
        json.WriteString("severity", WireNames.Of(finding.Severity));
        json.WriteString("location", report.Name);
        json.WriteNumber("count", finding.Count);
        if (found is { Start: { } start, End: { } end })
        {
            json.WriteNumber("line", start.Line);
            json.WriteNumber("column", start.Column);
            json.WriteNumber("end_line", end.Line);
            json.WriteNumber("end_column", end.Column);
        }
        else if (finding.Span is { } span)
        {
            json.WriteNumber("byte_offset", span.Start);
        }

        WriteOptional(json, "path", finding.Location == "body" ? null : finding.Location);
        if (finding.Action is { } action)
        {
            json.WriteString("action", WireNames.Of(action));
        }

        WriteOptional(json, "verdict", WireNames.Of(finding.Verdict));
        WriteOptional(json, "value_preview", finding.ValuePreview);
        WriteOptional(json, "detail", finding.Detail);
        json.WriteEndObject();
    }

    private static void WriteOptional(Utf8JsonWriter json, string name, string? value)
    {
        if (!string.IsNullOrEmpty(value))
        {
            json.WriteString(name, value);
        }
    }
}
