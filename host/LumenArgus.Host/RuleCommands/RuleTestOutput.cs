using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using LumenArgus.Host.FileScan;
using LumenArgus.Host.Output;
using LumenArgus.Storage;

namespace LumenArgus.Host.RuleCommands;

/// <summary>The output of <c>rules test</c>: masked previews only.</summary>
internal static class RuleTestOutput
{
    public static void WriteText(TextWriter output, FileReport report)
    {
        foreach (var found in report.Findings)
        {
            var finding = found.Finding;
            var place = found.Start is { } start ? string.Create(CultureInfo.InvariantCulture, $" at {start.Line}:{start.Column}") : "";
            var verdict = WireNames.Of(finding.Verdict) is { } name ? $", {name.Replace('_', ' ')}" : "";
            output.WriteLine(
                $"{PrintableText.Of(finding.Detector)}.{PrintableText.Of(finding.Type)}{place}: {WireNames.Of(finding.Severity)}{verdict}"
                + $" {PrintableText.Of(finding.Detail ?? finding.ValuePreview)}");
        }

        output.WriteLine(report.Findings.IsEmpty ? "No rule finds anything." : $"{report.Findings.Length} finding(s)");
        if (report.AllowedHits > 0)
        {
            output.WriteLine($"{report.AllowedHits} more allowed by allowlists");
        }
    }

    public static void WriteJson(TextWriter output, FileReport report)
    {
        foreach (var found in report.Findings)
        {
            using var stream = new MemoryStream();
            using (var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
            {
                Write(json, found);
            }

            output.WriteLine(Encoding.UTF8.GetString(stream.ToArray()));
        }
    }

    private static void Write(Utf8JsonWriter json, LocatedFinding found)
    {
        var finding = found.Finding;
        json.WriteStartObject();
        json.WriteString("detector", finding.Detector);
        json.WriteString("rule", finding.Type);
        json.WriteString("severity", WireNames.Of(finding.Severity));
        json.WriteString("verdict", WireNames.Of(finding.Verdict));
        json.WriteNumber("count", finding.Count);
        if (found is { Start: { } start })
        {
            json.WriteNumber("line", start.Line);
            json.WriteNumber("column", start.Column);
        }

        json.WriteString("path", finding.Location);
        json.WriteString("value_preview", finding.ValuePreview);
        json.WriteString("detail", finding.Detail);
        json.WriteEndObject();
    }
}
