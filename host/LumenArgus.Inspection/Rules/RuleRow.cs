using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using LumenArgus.Abstractions.Model;
using LumenArgus.Inspection.Configuration;
using LumenArgus.Scanning.Rules.Files;
using LumenArgus.Scanning.Rules.Formats;
using LumenArgus.Storage;
using LumenArgus.Storage.Rules;

namespace LumenArgus.Inspection.Rules;

/// <summary>Makes rows of rules and rules of rows.</summary>
public static class RuleRow
{
    private const string NoTags = "[]";

    private static readonly Severity[] Severities = Enum.GetValues<Severity>();
    private static readonly PolicyAction[] Actions = [PolicyAction.Log, PolicyAction.Alert, PolicyAction.Redact, PolicyAction.Block];

    /// <summary>
    /// The row of a plugin's rule as it is first seen. It is what people look at: what runs is the plugin's rule itself, so nothing that only that needs is in it, and no
    /// examples, which look like secrets to whoever searches the database for some.
    /// </summary>
    /// <param name="plugin">Identifier of the plugin.</param>
    /// <param name="rule">Its rule.</param>
    /// <returns>The row.</returns>
    public static StoredRule Of(string plugin, DetectionRule rule) => Of(rule) with { Plugin = plugin, Source = RuleSource.Import };

    /// <summary>The row of a rule of the configuration, where the rule itself stays.</summary>
    /// <param name="custom">The rule.</param>
    /// <returns>The row.</returns>
    public static StoredRule Of(CustomRule custom)
    {
        ArgumentNullException.ThrowIfNull(custom);
        return Of(custom.Rule) with { Source = RuleSource.Yaml, Tier = RuleTier.Custom, Action = NameOf(custom.Action) };
    }

    /// <summary>The row of a rule that the table alone holds.</summary>
    /// <param name="entry">The rule.</param>
    /// <param name="source">See <see cref="RuleSource"/>.</param>
    /// <param name="tier">See <see cref="RuleTier"/>.</param>
    /// <returns>The row.</returns>
    public static StoredRule Of(RuleFileEntry entry, string source, string tier)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return Of(entry.Rule) with
        {
            Pattern = entry.Rule.Pattern,
            Description = entry.Rule.Description,
            Source = source,
            Tier = tier,
            Action = NameOf(entry.Action),
            Enabled = entry.Enabled,
            Definition = RuleFileWriter.ToJson(entry),
        };
    }

    /// <summary>The rule of a row that stands in the table alone. A value that cannot be read falls back to the stricter or the usual one; whether it all works shows when it is compiled.</summary>
    /// <param name="row">The row.</param>
    /// <returns>The rule.</returns>
    public static DetectionRule ToRule(StoredRule row)
    {
        ArgumentNullException.ThrowIfNull(row);
        var whole = Definition(row.Definition) ?? new DetectionRule { Name = row.Name, Detector = row.Detector, Severity = Severity.High };
        return whole with
        {
            Name = row.Name,
            Detector = row.Detector,
            Pattern = row.Pattern,
            Severity = SeverityOf(row) ?? Severity.High,
            Description = row.Description,
            Tags = Tags(row.Tags),
            Validator = row.Validator.Length == 0 ? null : row.Validator,
        };
    }

    /// <summary>The severity of a row.</summary>
    /// <param name="row">The row.</param>
    /// <returns>Null if it is none.</returns>
    public static Severity? SeverityOf(StoredRule row)
    {
        ArgumentNullException.ThrowIfNull(row);
        foreach (var severity in Severities)
        {
            if (WireNames.Of(severity) == row.Severity)
            {
                return severity;
            }
        }

        return null;
    }

    /// <summary>The own action of a row.</summary>
    /// <param name="row">The row.</param>
    /// <returns>Null if it has none.</returns>
    public static PolicyAction? ActionOf(StoredRule row)
    {
        ArgumentNullException.ThrowIfNull(row);
        foreach (var action in Actions)
        {
            if (WireNames.Of(action) == row.Action)
            {
                return action;
            }
        }

        return null;
    }

    private static StoredRule Of(DetectionRule rule)
    {
        var severity = WireNames.Of(rule.Severity);
        return new StoredRule
        {
            Name = rule.Name,
            Pattern = PatternOf(rule),
            Detector = rule.Detector,
            Severity = severity,
            OriginSeverity = severity,
            Description = rule.Description.Length > 0 ? rule.Description : rule.Title,
            Tags = rule.Tags.IsEmpty ? NoTags : TagsText(rule),
            Validator = rule.Validator ?? "",
            EntropyContext = rule.EntropyFloor > 0,
        };
    }

    /// <summary>The pattern of a rule, also of one that has only a format.</summary>
    internal static string PatternOf(DetectionRule rule) =>
        rule.Pattern.Length == 0 && rule.Format is not null && TokenFormat.TryParse(rule.Format, out _) is { } format ? format.ToPattern() : rule.Pattern;

    private static string NameOf(PolicyAction? action) => action is { } own ? WireNames.Of(own) : "";

    private static DetectionRule? Definition(string json) =>
        json.Length == 0 ? null : RuleFileReader.Read(Encoding.UTF8.GetBytes($"{{\"rules\":[{json}]}}")) is { Problems.IsEmpty: true, Rules: [var entry] } ? entry.Rule : null;

    private static string TagsText(DetectionRule rule)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            json.WriteStartArray();
            foreach (var tag in rule.Tags)
            {
                json.WriteStringValue(tag);
            }

            json.WriteEndArray();
        }

        return Encoding.UTF8.GetString(stream.GetBuffer().AsSpan(0, (int)stream.Length));
    }

    private static ImmutableArray<string> Tags(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return document.RootElement.ValueKind != JsonValueKind.Array
                ? []
                : [.. document.RootElement.EnumerateArray().Where(static tag => tag.ValueKind == JsonValueKind.String).Select(static tag => tag.GetString()!)];
        }
        catch (JsonException)
        {
            return [];
        }
    }
}
