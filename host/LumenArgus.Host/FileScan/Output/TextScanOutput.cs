using System.Globalization;
using System.Text;
using LumenArgus.Abstractions.Model;
using LumenArgus.Host.Output;
using LumenArgus.Host.Terminal;
using LumenArgus.Storage;

namespace LumenArgus.Host.FileScan.Output;

/// <summary>For people, on standard error like the original's.</summary>
internal sealed class TextScanOutput(TextWriter error, Ansi ansi, ScanProgress progress) : IScanOutput
{
    public void Write(FileReport report)
    {
        if (report.Findings.IsEmpty)
        {
            return;
        }

        var text = new StringBuilder(ansi.Bold("lumen-argus: "))
            .Append(PrintableText.Of(report.Name)).Append(report.IsBinary ? " (binary)" : "")
            .Append(CultureInfo.InvariantCulture, $" — {report.Findings.Length} finding(s)\n");
        foreach (var found in report.Findings)
        {
            Append(text, found);
        }

        progress.Clear();
        error.Write(text);
    }

    public void Finish(ScanTotals totals)
    {
        progress.Clear();
        var text = new StringBuilder()
            .Append(CultureInfo.InvariantCulture, $"lumen-argus: {totals.Files} file(s), {Size(totals.Bytes)} scanned: {totals.Findings} finding(s)");
        AppendCount(text, totals.Baselined, "in the baseline");
        AppendCount(text, totals.Allowed, "allowed");
        AppendCount(text, totals.ExemptFiles, "file(s) exempt by allowlists.paths");
        AppendCount(text, totals.LinksNotFollowed, "symbolic link(s) not followed");
        AppendCount(text, totals.Unreadable, "NOT READ");
        error.WriteLine(text);
    }

    private void Append(StringBuilder text, LocatedFinding found)
    {
        var finding = found.Finding;
        var label = $"[{WireNames.Of(finding.Severity).ToUpperInvariant()}]";
        text.Append("  ").Append(finding.Severity >= Severity.High ? ansi.Red(label) : ansi.Yellow(label))
            .Append(' ').Append(PrintableText.Of(finding.Detector)).Append(": ").Append(PrintableText.Of(finding.Type));
        if (finding.Count > 1)
        {
            text.Append(CultureInfo.InvariantCulture, $" (×{finding.Count})");
        }

        if (found.Start is { } start)
        {
            text.Append(CultureInfo.InvariantCulture, $" {start.Line}:{start.Column}");
        }
        else if (finding.Span is { } span)
        {
            text.Append(CultureInfo.InvariantCulture, $" byte {span.Start}");
        }

        text.Append(finding.ValuePreview.Length == 0 ? "" : " " + ansi.Dim(PrintableText.Of(finding.ValuePreview)))
            .Append(WireNames.Of(finding.Verdict) is { } verdict ? $" ({verdict.Replace('_', ' ')})" : "")
            .Append(finding.Detail is null ? "" : " " + PrintableText.Of(finding.Detail))
            .Append('\n');
    }

    private static void AppendCount(StringBuilder text, long count, string what)
    {
        if (count > 0)
        {
            text.Append(CultureInfo.InvariantCulture, $", {count} {what}");
        }
    }

    private static string Size(long bytes) => bytes switch
    {
        < 1024 => string.Create(CultureInfo.InvariantCulture, $"{bytes} bytes"),
        < 1024 * 1024 => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1024d:F1} KB"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{bytes / (1024d * 1024):F1} MB"),
    };
}
