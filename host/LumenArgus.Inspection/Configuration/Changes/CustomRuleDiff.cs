using LumenArgus.Abstractions.Model;
using LumenArgus.Storage;

namespace LumenArgus.Inspection.Configuration.Changes;

/// <summary>Changes of <c>custom_rules</c>. Patterns are not shown: they can be long.</summary>
internal static class CustomRuleDiff
{
    public static IEnumerable<ConfigChange> Between(LumenArgusConfig from, LumenArgusConfig to)
    {
        var (old, now) = (ByName(from), ByName(to));
        foreach (var name in old.Keys.Union(now.Keys).OrderBy(static key => key.Name, StringComparer.Ordinal).ThenBy(static key => key.Detector, StringComparer.Ordinal))
        {
            if (Compare(old.GetValueOrDefault(name), now.GetValueOrDefault(name), from, to) is { } change)
            {
                yield return change;
            }
        }
    }

    private static ConfigChange? Compare(CustomRule? old, CustomRule? now, LumenArgusConfig from, LumenArgusConfig to)
    {
        var key = $"custom_rules.{(old ?? now)!.Rule.Name}";
        if (old is null || now is null)
        {
            return new ConfigChange(key, Text(old), Text(now)) { IsWeaker = now is null };
        }

        if (old.Action == now.Action && RuleEquality.AreSame(old.Rule, now.Rule))
        {
            return null;
        }

        var isWeaker = now.Rule.Severity < old.Rule.Severity || Strength.IsWeaker(ActionOf(old, from), from, ActionOf(now, to), to);
        return new ConfigChange(key, Text(old), Text(now) + (Text(old) == Text(now) ? ", changed" : "")) { IsWeaker = isWeaker };
    }

    // What a rule without an action gets is its detector's.
    private static PolicyAction? ActionOf(CustomRule rule, LumenArgusConfig config) => rule.Action ?? config.Detector(rule.Rule.Detector).Action;

    private static string Text(CustomRule? rule) => rule is null
        ? SettingText.None
        : WireNames.Of(rule.Rule.Severity) + (rule.Action is { } action ? ", " + SettingText.Of(action) : "");

    private static Dictionary<(string Detector, string Name), CustomRule> ByName(LumenArgusConfig config)
    {
        var rules = new Dictionary<(string, string), CustomRule>();
        foreach (var rule in config.CustomRules)
        {
            rules.TryAdd((rule.Rule.Detector, rule.Rule.Name), rule);
        }

        return rules;
    }
}
