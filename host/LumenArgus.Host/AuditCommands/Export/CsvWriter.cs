using System.Buffers;
using System.Text;
using System.Text.Json;

namespace LumenArgus.Host.AuditCommands.Export;

/// <summary>
/// CSV (RFC 4180) with a header: a row per finding, and one for a request without. A cell that a spreadsheet would take for a formula gets an apostrophe in front:
/// models, folders and places of findings are chosen by whoever sent the request.
/// </summary>
internal sealed class CsvWriter : IAuditExportWriter
{
    private static readonly string[] RequestColumns =
        ["timestamp", "request_id", "exchange_id", "provider", "model", "endpoint", "action", "passed", "scan_duration_ms", "request_size_bytes"];

    private static readonly string[] FindingColumns =
        ["detector", "type", "severity", "location", "value_preview", "action_taken", "count", "origin", "verdict", "rule_severity", "detail"];

    private static readonly SearchValues<char> NeedsQuotes = SearchValues.Create(",\"\r\n");
    private static readonly SearchValues<char> StartsFormula = SearchValues.Create("=+-@\t\r\n＝＋－＠");

    private readonly StreamWriter _output;

    public CsvWriter(Stream output)
    {
        _output = new StreamWriter(output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true) { NewLine = "\r\n" };
        _output.WriteLine(string.Join(',', [.. RequestColumns, .. FindingColumns, .. AuditRecord.SessionFields]));
    }

    public void Write(AuditRecord record)
    {
        var hasFinding = false;
        foreach (var finding in record.Findings)
        {
            hasFinding = true;
            WriteRow(record, finding);
        }

        if (!hasFinding)
        {
            WriteRow(record, finding: null);
        }
    }

    public void Dispose() => _output.Dispose();

    private void WriteRow(AuditRecord record, JsonElement? finding)
    {
        foreach (var column in RequestColumns)
        {
            WriteCell(record.Text(column), isFirst: column == RequestColumns[0]);
        }

        foreach (var column in FindingColumns)
        {
            WriteCell(finding is { } found ? AuditRecord.Text(found, column) : "");
        }

        foreach (var column in AuditRecord.SessionFields)
        {
            WriteCell(record.Text(column));
        }

        _output.WriteLine();
    }

    private void WriteCell(string text, bool isFirst = false)
    {
        if (!isFirst)
        {
            _output.Write(',');
        }

        if (text.Length > 0 && StartsFormula.Contains(text[0]))
        {
            text = "'" + text;
        }

        _output.Write(text.AsSpan().ContainsAny(NeedsQuotes) ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text);
    }
}
