using System.Collections.Immutable;
using LumenArgus.Abstractions.Model;
using LumenArgus.Inspection.Configuration;
using LumenArgus.Inspection.Generations;
using LumenArgus.Storage.Rules;

namespace LumenArgus.Inspection.Rules;

/// <summary>Puts together what plugins, configuration and table say about rules.</summary>
internal static class RuleCatalogue
{
    private const string ConfigurationSource = "config";
    private const string NoLicenceReason = "rules of the tier pro need a licence";

    /// <summary>All rules. Those of plugins come first, then the configuration's: where two have one name, the first one is used and the other is rejected.</summary>
    public static ImmutableArray<CatalogueRule> Of(
        LumenArgusConfig config, IEnumerable<PluginRuleSet> plugins, RuleTableSnapshot? table, bool hasLicence) =>
    [
        .. plugins.SelectMany(plugin => plugin.Rules.Select(rule => OfPlugin(plugin.PluginId, rule, config, table))),
        .. config.CustomRules.Select(custom => OfConfiguration(custom, config, table)),
        .. OfTable(config, table, hasLicence),
    ];

    /// <summary>The actions of the rules that have one of their own.</summary>
    public static Dictionary<(string Detector, string Rule), PolicyAction> ActionsOf(IEnumerable<CatalogueRule> rules)
    {
        var actions = new Dictionary<(string, string), PolicyAction>();
        var seen = new HashSet<(string, string)>();
        foreach (var rule in rules.Where(static rule => rule.IsUsed))
        {
            // Of two rules of one name only the first is compiled, so only its action counts.
            if (seen.Add((rule.Rule.Detector, rule.Rule.Name)) && rule.Action is { } action)
            {
                actions.Add((rule.Rule.Detector, rule.Rule.Name), action);
            }
        }

        return actions;
    }

    private static CatalogueRule OfPlugin(string plugin, DetectionRule rule, LumenArgusConfig config, RuleTableSnapshot? table)
    {
        var isEnabled = config.Detector(rule.Detector).Enabled;
        var row = table?.RowOf(rule);
        if (row?.Source != RuleSource.Import || row.Plugin != plugin)
        {
            return new CatalogueRule(rule, plugin, isEnabled, Rejection: null) { Source = plugin };
        }

        var severity = RuleRow.SeverityOf(row) ?? rule.Severity;
        return new CatalogueRule(severity == rule.Severity ? rule : rule with { Severity = severity }, plugin, isEnabled && row.Enabled, Rejection: null)
        {
            IsSwitchedOff = !row.Enabled,
            Source = plugin,
            Tier = row.Tier,
            Action = RuleRow.ActionOf(row),
            HitCount = row.HitCount,
        };
    }

    private static CatalogueRule OfConfiguration(CustomRule custom, LumenArgusConfig config, RuleTableSnapshot? table)
    {
        var row = table?.RowOf(custom.Rule) is { Source: RuleSource.Yaml } own ? own : null;
        var isOn = row?.Enabled ?? true;
        return new CatalogueRule(custom.Rule, Origin: null, isOn && config.Detector(custom.Rule.Detector).Enabled, Rejection: null)
        {
            IsSwitchedOff = !isOn,
            Source = ConfigurationSource,
            Tier = RuleTier.Custom,
            Action = custom.Action,
            HitCount = row?.HitCount ?? 0,
        };
    }

    // Not those of plugins that are not here, nor what an import of the original has left: its plugins' rules are ours in another form.
    private static IEnumerable<CatalogueRule> OfTable(LumenArgusConfig config, RuleTableSnapshot? table, bool hasLicence) =>
        from row in table?.Rows ?? []
        where row.Plugin.Length == 0 && (row.Definition.Length > 0 || row.Source is RuleSource.Api or RuleSource.Dashboard)
        select new CatalogueRule(
            RuleRow.ToRule(row), Origin: null, row.Enabled && config.Detector(row.Detector).Enabled, row.Tier == RuleTier.Pro && !hasLicence ? NoLicenceReason : null)
        {
            IsSwitchedOff = !row.Enabled,
            Source = row.Source,
            Tier = row.Tier,
            Action = RuleRow.ActionOf(row),
            HitCount = row.HitCount,
        };
}
