using System.Collections.Immutable;
using LumenArgus.Abstractions.Model;
using LumenArgus.Abstractions.Plugin;
using LumenArgus.Inspection.Configuration.Reading;
using LumenArgus.Scanning.Rules;
using LumenArgus.Storage;

namespace LumenArgus.Inspection.Configuration.Sections;

/// <summary>Reads <c>custom_rules</c> and compiles each rule once, so that a mistake is told with its line and not when the first request comes.</summary>
internal static class CustomRulesSection
{
    private const int MaxEntropy = 8;
    private const int MaxKeywordDistance = 4096;
    private const int MaxGroups = 99;

    private static readonly (string Name, Severity Value)[] Severities = [.. Enum.GetValues<Severity>().Select(static severity => (WireNames.Of(severity), severity))];

    private static readonly RuleIndexOptions AllStages = new() { Stages = RuleStages.All };

    public static ImmutableArray<CustomRule> Read(IEnumerable<SectionReader> entries, ReadContext context)
    {
        var rules = ImmutableArray.CreateBuilder<CustomRule>();
        var names = new HashSet<(string, string)>();
        foreach (var entry in entries)
        {
            if (ReadOne(entry, context) is not { } rule)
            {
                continue;
            }

            if (!names.Add((rule.Rule.Detector, rule.Rule.Name)))
            {
                context.Error(entry.Line, 0, entry.Path, $"({rule.Rule.Name}) has the name of an earlier rule of detector {rule.Rule.Detector}");
            }
            else
            {
                rules.Add(rule);
            }
        }

        return rules.ToImmutable();
    }

    private static CustomRule? ReadOne(SectionReader entry, ReadContext context)
    {
        var name = entry.Text("name", "");
        var pattern = entry.Text("pattern", "");
        var format = entry.Scalar("format")?.Value;
        PolicyAction? action = entry.Scalar("action") is { Value.Length: > 0 } ? entry.Choice("action", PolicyAction.Alert, ActionChoices.All) : null;
        var rule = new DetectionRule
        {
            Name = name,
            Title = entry.Text("title", ""),
            Pattern = pattern,
            Format = format,
            Detector = entry.Text("detector", CustomRule.DefaultDetector),
            Severity = entry.Choice("severity", Severity.High, Severities),
            Description = entry.Text("description", ""),
            Keywords = entry.Texts("keywords") ?? [],
            KeywordDistance = (int)entry.Integer("keyword_distance", 0, 0, MaxKeywordDistance),
            SecretGroup = (int)entry.Integer("secret_group", 0, 0, MaxGroups),
            EntropyFloor = entry.Number("entropy_floor", 0, 0, MaxEntropy),
        };
        entry.Finish();
        if (name.Length == 0 || (pattern.Length == 0 && format is null))
        {
            context.Error(entry.Line, 0, entry.Path, "must have a name and a pattern (or a format)");
            return null;
        }

        var build = RuleIndex.Build([rule], ImmutableDictionary<string, IRuleValidator>.Empty, AllStages);
        foreach (var rejected in build.Rejected)
        {
            context.Error(entry.Line, 0, entry.Path, $"({name}) cannot be used: {rejected.Reason}");
        }

        return build.Rejected.IsEmpty ? new CustomRule(rule, action) : null;
    }
}
