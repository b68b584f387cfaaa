using System.Collections.Immutable;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using LumenArgus.Abstractions.Model;

namespace LumenArgus.Scanning.Rules.Files;

/// <summary>Writes rules as <see cref="RuleFileReader"/> reads them: what was read is written, what was written is read, without a loss.</summary>
public static class RuleFileWriter
{
    private static readonly JsonWriterOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly JsonWriterOptions Indented = Compact with { Indented = true, IndentSize = 2, NewLine = "\n" };
    private static readonly RuleStages[] SingleStages = [RuleStages.Request, RuleStages.Response, RuleStages.Mcp];

    /// <summary>Writes a whole file.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="version">The version of the bundle.</param>
    /// <param name="tier">Whose rules they are.</param>
    /// <param name="rules">The rules.</param>
    public static void Write(Stream output, string version, string tier, IEnumerable<RuleFileEntry> rules)
    {
        ArgumentNullException.ThrowIfNull(rules);
        using var json = new Utf8JsonWriter(output, Indented);
        json.WriteStartObject();
        json.WriteString("version", version);
        json.WriteString("tier", tier);
        json.WriteStartArray("rules");
        foreach (var entry in rules)
        {
            WriteRule(json, entry);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>Writes one rule as an object in one line.</summary>
    /// <param name="entry">The rule.</param>
    /// <returns>The JSON.</returns>
    public static string ToJson(RuleFileEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Compact))
        {
            WriteRule(json, entry);
        }

        return Encoding.UTF8.GetString(stream.GetBuffer().AsSpan(0, (int)stream.Length));
    }

    // The keys of the original first and always; ours where they say something.
    private static void WriteRule(Utf8JsonWriter json, RuleFileEntry entry)
    {
        var rule = entry.Rule;
        json.WriteStartObject();
        json.WriteString("name", rule.Name);
        json.WriteString("pattern", rule.Pattern);
        json.WriteString("detector", rule.Detector);
        json.WriteString("severity", RuleFileNames.Of(RuleFileNames.Severities, rule.Severity));
        json.WriteString("action", RuleFileNames.Of(RuleFileNames.Actions, entry.Action));
        json.WriteBoolean("enabled", entry.Enabled);
        json.WriteString("description", rule.Description);
        WriteTexts(json, "tags", rule.Tags, always: true);
        json.WriteString("validator", rule.Validator ?? "");
        WriteText(json, "title", rule.Title);
        WriteText(json, "format", rule.Format);
        WriteText(json, "source", rule.Source);
        WriteTexts(json, "keywords", rule.Keywords);
        WriteNumbers(json, rule);
        if (rule.Generic)
        {
            json.WriteBoolean("generic", true);
        }

        if (rule.Target != RuleTarget.Content)
        {
            json.WriteString("target", RuleFileNames.Of(RuleFileNames.Targets, rule.Target));
        }

        if (rule.Stages != RuleStages.All)
        {
            WriteTexts(json, "stages", [.. SingleStages.Where(stage => rule.Stages.HasFlag(stage)).Select(static stage => RuleFileNames.Of(RuleFileNames.Stages, stage))], always: true);
        }

        WriteTexts(json, "except_roles", [.. rule.ExceptRoles.Select(static role => RuleFileNames.Of(RuleFileNames.Roles, role))]);
        WriteTexts(json, "examples", rule.Examples);
        WriteTexts(json, "positives", rule.Positives);
        WriteTexts(json, "negatives", rule.Negatives);
        WriteTexts(json, "evasions", rule.Evasions);
        json.WriteEndObject();
    }

    private static void WriteNumbers(Utf8JsonWriter json, DetectionRule rule)
    {
        WriteNumber(json, "keyword_distance", rule.KeywordDistance, 0);
        WriteNumber(json, "window_bytes", rule.WindowBytes, DefaultWindow);
        WriteNumber(json, "secret_group", rule.SecretGroup, 0);
        if (rule.EntropyFloor > 0)
        {
            json.WriteNumber("entropy_floor", rule.EntropyFloor);
        }
    }

    private static int DefaultWindow { get; } = new DetectionRule { Name = "", Detector = "", Severity = Severity.High }.WindowBytes;

    private static void WriteNumber(Utf8JsonWriter json, string key, int value, int otherwise)
    {
        if (value != otherwise)
        {
            json.WriteNumber(key, value);
        }
    }

    private static void WriteText(Utf8JsonWriter json, string key, string? text)
    {
        if (!string.IsNullOrEmpty(text))
        {
            json.WriteString(key, text);
        }
    }

    private static void WriteTexts(Utf8JsonWriter json, string key, ImmutableArray<string> texts, bool always = false)
    {
        if (texts.IsEmpty && !always)
        {
            return;
        }

        json.WriteStartArray(key);
        foreach (var text in texts)
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
    }
}
