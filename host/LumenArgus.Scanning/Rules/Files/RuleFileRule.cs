using System.Collections.Immutable;
using System.Text.Json;
using LumenArgus.Abstractions.Model;

namespace LumenArgus.Scanning.Rules.Files;

/// <summary>Reads one rule.</summary>
internal static class RuleFileRule
{
    public static void Read(ref Utf8JsonReader reader, RuleFileContext context)
    {
        var line = context.LineOf(ref reader);
        var rule = new DetectionRule { Name = "", Detector = "", Severity = Severity.High };
        PolicyAction? action = null;
        var enabled = true;
        var keys = new HashSet<string>(StringComparer.Ordinal);
        var problemsBefore = context.ProblemCount;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var key = reader.GetString()!;
            if (!keys.Add(key))
            {
                context.Add(ref reader, $"{key} is given twice");
            }

            reader.Read();
            if (key == "action")
            {
                action = RuleFileValues.Choice(ref reader, key, RuleFileNames.Actions, null, context);
            }
            else if (key == "enabled")
            {
                enabled = RuleFileValues.Boolean(ref reader, key, context);
            }
            else
            {
                rule = With(rule, key, ref reader, context);
            }

            if (key == "name" && rule.Name.Length > 0)
            {
                context.Enter(rule.Name);
            }
        }

        foreach (var missing in new[] { "name", "detector", "severity" }.Where(key => !keys.Contains(key)))
        {
            context.Add(line, $"{missing} is missing");
        }

        if (!keys.Contains("pattern") && !keys.Contains("format"))
        {
            context.Add(line, "pattern is missing (or a format)");
        }

        if (context.ProblemCount == problemsBefore)
        {
            context.Add(new RuleFileEntry(rule, action, line) { Enabled = enabled });
        }
    }

    private static DetectionRule With(DetectionRule rule, string key, ref Utf8JsonReader reader, RuleFileContext context)
    {
        switch (key)
        {
            case "name":
                return rule with { Name = RuleFileValues.Text(ref reader, key, context) };
            case "detector":
                return rule with { Detector = RuleFileValues.Text(ref reader, key, context) };
            case "title":
                return rule with { Title = RuleFileValues.Text(ref reader, key, context) };
            case "description":
                return rule with { Description = RuleFileValues.Text(ref reader, key, context) };
            case "pattern":
                return rule with { Pattern = RuleFileValues.Text(ref reader, key, context) };
            case "format":
                return rule with { Format = NullIfEmpty(RuleFileValues.Text(ref reader, key, context)) };
            case "severity":
                return rule with { Severity = RuleFileValues.Choice(ref reader, key, RuleFileNames.Severities, Severity.High, context) };
            case "validator":
                return rule with { Validator = NullIfEmpty(RuleFileValues.Text(ref reader, key, context)) };
            case "source":
                return rule with { Source = NullIfEmpty(RuleFileValues.Text(ref reader, key, context)) };
            case "keyword_distance":
                return rule with { KeywordDistance = RuleFileValues.Integer(ref reader, key, 0, context) };
            case "window_bytes":
                return rule with { WindowBytes = RuleFileValues.Integer(ref reader, key, rule.WindowBytes, context) };
            case "secret_group":
                return rule with { SecretGroup = RuleFileValues.Integer(ref reader, key, 0, context) };
            case "entropy_floor":
                return rule with { EntropyFloor = RuleFileValues.Number(ref reader, key, context) };
            case "generic":
                return rule with { Generic = RuleFileValues.Boolean(ref reader, key, context) };
            case "entropy_context":
                // The original has the key in its files and no code that reads it; entropy_floor is what gates a value here.
                RuleFileValues.Boolean(ref reader, key, context);
                return rule;
            case "target":
                return rule with { Target = RuleFileValues.Choice(ref reader, key, RuleFileNames.Targets, RuleTarget.Content, context) };
            default:
                return WithList(rule, key, ref reader, context);
        }
    }

    private static DetectionRule WithList(DetectionRule rule, string key, ref Utf8JsonReader reader, RuleFileContext context)
    {
        switch (key)
        {
            case "tags":
                return rule with { Tags = RuleFileValues.Texts(ref reader, key, context) };
            case "keywords":
                return rule with { Keywords = RuleFileValues.Texts(ref reader, key, context) };
            case "examples":
                return rule with { Examples = RuleFileValues.Texts(ref reader, key, context) };
            case "positives":
                return rule with { Positives = RuleFileValues.Texts(ref reader, key, context) };
            case "negatives":
                return rule with { Negatives = RuleFileValues.Texts(ref reader, key, context) };
            case "evasions":
                return rule with { Evasions = RuleFileValues.Texts(ref reader, key, context) };
            case "stages":
                return rule with { Stages = Choices(ref reader, key, RuleFileNames.Stages, context).Aggregate(RuleStages.None, static (all, stage) => all | stage) };
            case "except_roles":
                return rule with { ExceptRoles = Choices(ref reader, key, RuleFileNames.Roles, context) };
            default:
                context.Add(ref reader, $"{key} is not a known key");
                reader.Skip();
                return rule;
        }
    }

    private static ImmutableArray<T> Choices<T>(ref Utf8JsonReader reader, string key, IReadOnlyList<(string Name, T Value)> choices, RuleFileContext context)
        where T : struct
    {
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            context.Add(ref reader, $"{key} must be a list");
            reader.Skip();
            return [];
        }

        var values = ImmutableArray.CreateBuilder<T>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            values.Add(RuleFileValues.Choice(ref reader, $"an item of {key}", choices, default, context));
        }

        return values.ToImmutable();
    }

    private static string? NullIfEmpty(string text) => text.Length == 0 ? null : text;
}
