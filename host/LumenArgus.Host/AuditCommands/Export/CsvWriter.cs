using System.Buffers;
using System.Text;
using System.Text.Json;
using LumenArgus.Host.Output;

namespace LumenArgus.Host.AuditCommands.Export;

/// <summary>
/// CSV (RFC 4180) with a header: a row per finding, and one for a request without. A cell that a spreadsheet would take for a formula gets an apostrophe in front:
/// models, folders and places of findings are chosen by whoever sent the request. For the same reason control characters become <c>?</c>: a terminal would obey them.
/// </summary>
internal sealed class CsvWriter : IAuditExportWriter
{
    private static readonly string[] RequestColumns =
        ["timestamp", "request_id", "exchange_id", "provider", "model", "endpoint", "action", "passed", "scan_duration_ms", "request_size_bytes"];

    private static readonly string[] FindingColumns =
        ["detector", "type", "severity", "location", "value_preview", "action_taken", "count", "origin", "verdict", "rule_severity", "detail"];

    // Some spreadsheets split at semicolons and tabs too: what stands behind one must not begin a cell of its own.
    private static readonly SearchValues<char> NeedsQuotes = SearchValues.Create(",;\t\"\r\n");

    // All but tab, carriage return and line feed.
    private static readonly SearchValues<char> Controls = SearchValues.Create(
        [.. Enumerable.Range(0, 0xa0).Select(static code => (char)code).Where(static c => char.IsControl(c) && c is not ('\t' or '\r' or '\n'))]);

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

        if (text.AsSpan().ContainsAny(Controls))
        {
            text = PrintableText.Of(text);
        }

        if (text.Length > 0 && StartsFormula.Contains(text[0]))
        {
            text = "'" + text;
        }

        _output.Write(text.AsSpan().ContainsAny(NeedsQuotes) ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text);
    }
}
