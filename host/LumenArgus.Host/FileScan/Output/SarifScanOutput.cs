using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using LumenArgus.Abstractions.Model;
using LumenArgus.Host.Output.Sarif;
using LumenArgus.Host.Startup;
using LumenArgus.Storage;

namespace LumenArgus.Host.FileScan.Output;

/// <summary>SARIF 2.1.0, one run, on standard output at the end. It never holds text of a file: no snippets, and fingerprints that are made without the value.</summary>
internal sealed class SarifScanOutput(TextWriter output, IReadOnlyList<DetectionRule> rules) : IScanOutput
{
    private const string SourceRoot = "%SRCROOT%";

    private readonly List<FileReport> _reports = [];
    private readonly Dictionary<string, int> _ruleNumbers = new(StringComparer.Ordinal);
    private readonly List<(string Id, Finding First)> _usedRules = [];
    private readonly Dictionary<(string File, string Rule), int> _ordinals = [];

    public void Write(FileReport report)
    {
        if (report.Findings.IsEmpty && report.Problem is null)
        {
            return;
        }

        _reports.Add(report with { Findings = [.. report.Findings.Select(static found => found with { Finding = found.Finding with { Value = default } })] });
        foreach (var finding in report.Findings.Select(static found => found.Finding))
        {
            if (_ruleNumbers.TryAdd(IdOf(finding), _usedRules.Count))
            {
                _usedRules.Add((IdOf(finding), finding with { Value = default }));
            }
        }
    }

    public void Finish(ScanTotals totals)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteString("$schema", SarifFormat.Schema);
            json.WriteString("version", SarifFormat.Version);
            json.WriteStartArray("runs");
            json.WriteStartObject();
            WriteTool(json);
            json.WriteString("columnKind", "utf16CodeUnits");
            WriteInvocation(json, totals);
            json.WriteStartArray("results");
            foreach (var report in _reports)
            {
                foreach (var found in report.Findings)
                {
                    WriteResult(json, report, found);
                }
            }

            json.WriteEndArray();
            json.WriteEndObject();
            json.WriteEndArray();
            json.WriteEndObject();
        }

        output.WriteLine(Encoding.UTF8.GetString(stream.ToArray()));
        output.Flush();
    }

    private static string IdOf(Finding finding) => SarifFormat.RuleId(finding.Detector, finding.Type);

    private void WriteTool(Utf8JsonWriter json)
    {
        json.WriteStartObject("tool");
        json.WriteStartObject("driver");
        json.WriteString("name", SarifFormat.ToolName);
        json.WriteString("semanticVersion", ProductVersion.Current);
        json.WriteStartArray("rules");
        foreach (var (id, first) in _usedRules)
        {
            WriteRule(json, id, first, rules.FirstOrDefault(rule => rule.Detector == first.Detector && rule.Name == first.Type));
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteRule(Utf8JsonWriter json, string id, Finding first, DetectionRule? rule)
    {
        var severity = rule?.Severity ?? first.RuleSeverity ?? first.Severity;
        json.WriteStartObject();
        json.WriteString("id", id);
        json.WriteString("name", first.Type);
        SarifFormat.WriteText(json, "shortDescription", rule is { Title.Length: > 0 } ? rule.Title : SarifFormat.TitleOf(first.Detector, first.Type));
        if (rule is { Description.Length: > 0 })
        {
            SarifFormat.WriteText(json, "fullDescription", rule.Description);
        }

        if (Uri.TryCreate(rule?.Source, UriKind.Absolute, out var source))
        {
            json.WriteString("helpUri", source.AbsoluteUri);
        }

        SarifFormat.WriteSeverity(json, severity);
        json.WriteEndObject();
    }

    private void WriteInvocation(Utf8JsonWriter json, ScanTotals totals)
    {
        json.WriteStartArray("invocations");
        json.WriteStartObject();
        json.WriteBoolean("executionSuccessful", !totals.HasFailed);
        json.WriteNumber("exitCode", totals.ExitCode);
        json.WriteStartArray("toolExecutionNotifications");
        foreach (var report in _reports.Where(static report => report.Problem is not null))
        {
            json.WriteStartObject();
            json.WriteString("level", "error");
            SarifFormat.WriteText(json, "message", $"not scanned: {report.Problem}");
            json.WriteStartArray("locations");
            json.WriteStartObject();
            json.WriteStartObject("physicalLocation");
            WriteArtifact(json, report.Name);
            json.WriteEndObject();
            json.WriteEndObject();
            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private void WriteResult(Utf8JsonWriter json, FileReport report, LocatedFinding found)
    {
        var finding = found.Finding;
        var id = IdOf(finding);
        json.WriteStartObject();
        json.WriteString("ruleId", id);
        json.WriteNumber("ruleIndex", _ruleNumbers[id]);
        json.WriteString("level", SarifFormat.LevelOf(finding.Severity));
        SarifFormat.WriteText(json, "message", finding.Detail ?? $"{finding.Type} found: {finding.ValuePreview}");
        json.WriteStartArray("locations");
        json.WriteStartObject();
        json.WriteStartObject("physicalLocation");
        WriteArtifact(json, report.Name);
        WriteRegion(json, found);
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteStartObject("partialFingerprints");
        json.WriteString("lumenArgusFinding/v1", Fingerprint(report.Name, id));
        json.WriteEndObject();
        json.WriteNumber("occurrenceCount", finding.Count);
        json.WriteStartObject("properties");
        json.WriteString("severity", WireNames.Of(finding.Severity));
        json.WriteString("action", WireNames.Of(finding.Action ?? PolicyAction.Log));
        json.WriteString("value_preview", finding.ValuePreview);
        if (WireNames.Of(finding.Verdict) is { } verdict)
        {
            json.WriteString("verdict", verdict);
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteRegion(Utf8JsonWriter json, LocatedFinding found)
    {
        if (found is { Start: { } start, End: { } end })
        {
            json.WriteStartObject("region");
            json.WriteNumber("startLine", start.Line);
            json.WriteNumber("startColumn", start.Column);
            json.WriteNumber("endLine", end.Line);
            json.WriteNumber("endColumn", end.Column);
            json.WriteEndObject();
        }
        else if (found.Finding.Span is { } span)
        {
            json.WriteStartObject("region");
            json.WriteNumber("byteOffset", span.Start);
            json.WriteNumber("byteLength", span.Length);
            json.WriteEndObject();
        }
    }

    private static void WriteArtifact(Utf8JsonWriter json, string name)
    {
        json.WriteStartObject("artifactLocation");
        if (Path.IsPathRooted(name))
        {
            json.WriteString("uri", new Uri(name).AbsoluteUri);
        }
        else
        {
            json.WriteString("uri", string.Join('/', name.Split('/').Select(Uri.EscapeDataString)));
            json.WriteString("uriBaseId", SourceRoot);
        }

        json.WriteEndObject();
    }

    // File, rule and the how-manieth: it stays the same when lines move, and a hash of the value itself could be undone for a short one.
    private string Fingerprint(string file, string rule)
    {
        var ordinal = _ordinals[(file, rule)] = _ordinals.GetValueOrDefault((file, rule)) + 1;
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{file}\n{rule}\n{ordinal}")).AsSpan(0, 16));
    }
}
