using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using LumenArgus.Host.Output;
using LumenArgus.Inspection.Generations;
using LumenArgus.Storage;

namespace LumenArgus.Host.RuleCommands;

/// <summary>The output of <c>rules list</c>.</summary>
internal static class RuleTable
{
    private static readonly string[] Titles = ["DETECTOR", "NAME", "SEVERITY", "TIER", "STATE", "TITLE"];

    /// <summary>A table with columns as wide as needed, then the counts.</summary>
    public static void WriteText(TextWriter output, IReadOnlyList<CatalogueRule> rules)
    {
        string[][] rows = [Titles, .. rules.Select(static each => new[]
        {
            each.Rule.Detector, each.Rule.Name, WireNames.Of(each.Rule.Severity), each.Tier, StateOf(each), each.Rejection ?? (each.Rule.Title.Length > 0 ? each.Rule.Title : each.Rule.Description),
        })];
        int[] widths = [.. Enumerable.Range(0, Titles.Length - 1).Select(column => rows.Max(row => PrintableText.Of(row[column]).Length))];
        foreach (var row in rows)
        {
            var line = new StringBuilder();
            for (var column = 0; column < widths.Length; column++)
            {
                line.Append(PrintableText.Of(row[column]).PadRight(widths[column])).Append("  ");
            }

            output.WriteLine(line.Append(PrintableText.Of(row[^1])).ToString().TrimEnd());
        }

        var counts = rules.GroupBy(static each => each.Rule.Detector, StringComparer.Ordinal).Select(static group => $"{group.Key} {group.Count()}");
        output.WriteLine($"{rules.Count} rule(s){(rules.Count == 0 ? "" : ": " + string.Join(", ", counts))}");
    }

    /// <summary>One JSON object per line, with the keys of the original's rules first.</summary>
    public static void WriteJson(TextWriter output, IReadOnlyList<CatalogueRule> rules)
    {
        foreach (var each in rules)
        {
            using var stream = new MemoryStream();
            using (var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
            {
                Write(json, each);
            }

            output.WriteLine(Encoding.UTF8.GetString(stream.ToArray()));
        }
    }

    private static void Write(Utf8JsonWriter json, CatalogueRule each)
    {
        var rule = each.Rule;
        json.WriteStartObject();
        json.WriteString("name", rule.Name);
        json.WriteString("pattern", rule.Pattern);
        json.WriteString("detector", rule.Detector);
        json.WriteString("severity", WireNames.Of(rule.Severity));
        json.WriteString("action", each.Action is { } action ? WireNames.Of(action) : "");
        json.WriteBoolean("enabled", each.IsEnabled);
        json.WriteString("tier", each.Tier);
        json.WriteString("source", each.Source);
        json.WriteString("description", rule.Description);
        json.WriteStartArray("tags");
        foreach (var tag in rule.Tags)
        {
            json.WriteStringValue(tag);
        }

        json.WriteEndArray();
        json.WriteString("validator", rule.Validator ?? "");
        json.WriteString("title", rule.Title);
        json.WriteString("format", rule.Format);
        json.WriteString("format_source", rule.Source);
        json.WriteString("rejected", each.Rejection);
        json.WriteNumber("hit_count", each.HitCount);
        json.WriteEndObject();
    }

    private static string StateOf(CatalogueRule rule) => !rule.IsEnabled ? "disabled" : rule.Rejection is null ? "enabled" : "rejected";
}
