using LumenArgus.Abstractions.Model;
using LumenArgus.Inspection.Rules;
using LumenArgus.Storage.Rules;

namespace LumenArgus.Inspection.Configuration.Changes;

/// <summary>Changes of the table of rules, but for what it takes over from the configuration and what plugins bring new.</summary>
public static class RuleTableDiff
{
    private const string On = "enabled";
    private const string Off = "disabled";

    /// <summary>Compares two states of the table. Patterns are not shown: they can be long.</summary>
    /// <param name="from">The one in use; null where there was none.</param>
    /// <param name="to">The next one.</param>
    /// <param name="config">The configuration, which says what a rule without an action gets.</param>
    /// <returns>One change for each rule that differs, by name.</returns>
    public static IEnumerable<ConfigChange> Between(RuleTableSnapshot? from, RuleTableSnapshot? to, LumenArgusConfig config)
    {
        ArgumentNullException.ThrowIfNull(config);
        return ReferenceEquals(from, to) || from is null || to is null ? [] : Compare(from, to, config);
    }

    private static IEnumerable<ConfigChange> Compare(RuleTableSnapshot from, RuleTableSnapshot to, LumenArgusConfig config)
    {
        var (old, now) = (ByName(from), ByName(to));
        foreach (var name in old.Keys.Union(now.Keys, StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            if (Compare(old.GetValueOrDefault(name), now.GetValueOrDefault(name), config) is { } change)
            {
                yield return change;
            }
        }
    }

    private static ConfigChange? Compare(StoredRule? old, StoredRule? now, LumenArgusConfig config)
    {
        if (old is null || now is null)
        {
            var row = (old ?? now)!;

            // What a plugin or the configuration brings or drops is told with those.
            return row.Plugin.Length > 0 || row.Source == RuleSource.Yaml ? null : new ConfigChange(Key(row), Text(old), Text(now)) { IsWeaker = now is null };
        }

        var isSame = (old.Enabled, old.Action, old.Severity, old.Pattern, old.Definition) == (now.Enabled, now.Action, now.Severity, now.Pattern, now.Definition);
        return isSame || (now.Source == RuleSource.Yaml && old.Enabled == now.Enabled)
            ? null
            : new ConfigChange(Key(now), Text(old), Text(now) + (Text(old) == Text(now) ? ", changed" : "")) { IsWeaker = IsWeaker(old, now, config) };
    }

    private static bool IsWeaker(StoredRule old, StoredRule now, LumenArgusConfig config) =>
        (old.Enabled && !now.Enabled) || RuleRow.SeverityOf(now) < RuleRow.SeverityOf(old) || Strength.IsWeaker(ActionOf(old, config), config, ActionOf(now, config), config);

    private static PolicyAction? ActionOf(StoredRule row, LumenArgusConfig config) => RuleRow.ActionOf(row) ?? config.Detector(row.Detector).Action;

    private static string Key(StoredRule row) => $"rules.{row.Detector}.{row.Name}";

    private static string Text(StoredRule? row) => row is null
        ? SettingText.None
        : $"{(row.Enabled ? On : Off)}, {row.Severity}" + (row.Action.Length > 0 ? ", " + row.Action : "");

    private static Dictionary<string, StoredRule> ByName(RuleTableSnapshot table) => table.Rows.ToDictionary(static row => row.Name, StringComparer.Ordinal);
}
