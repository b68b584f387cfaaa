using LumenArgus.Inspection.Generations;
using LumenArgus.Inspection.Rules;
using LumenArgus.Storage.Findings;
using LumenArgus.Storage.Rules;

namespace LumenArgus.Dashboard.Api.Rules;

/// <summary>
/// All rules as they are shown: the rows of the table as they are now, the rules that have none, and for each why it does not run in the generation that is in use.
/// </summary>
internal sealed class RuleCatalogueView(CurrentGeneration current, IRuleStore? store = null, IFindingStore? findings = null)
{
    private const string NotBrought = "no plugin that is loaded brings it";

    public async Task<IReadOnlyList<RuleView>> AllAsync(CancellationToken cancellationToken)
    {
        var rows = store is null ? [] : await store.ListAsync(cancellationToken);
        var sights = findings is null ? [] : await findings.SightsAsync(cancellationToken);
        var lastHits = sights.ToDictionary(static sight => (sight.Detector, sight.FindingType), static sight => sight.LastSeen);
        var generation = current.Peek;
        var known = (generation?.Catalogue ?? []).ToLookup(static rule => (rule.Rule.Detector, rule.Rule.Name));
        var named = rows.Select(static row => (row.Detector, row.Name)).ToHashSet();
        return
        [
            .. rows.Select(row => View(row, known[(row.Detector, row.Name)].FirstOrDefault())),
            .. (generation?.Catalogue ?? []).Where(rule => !named.Contains((rule.Rule.Detector, rule.Rule.Name))).Select(rule => View(RowOf(rule), rule)),
        ];

        RuleView View(StoredRule row, CatalogueRule? rule) => RuleView.Of(row, ProblemOf(row, rule, generation), lastHits.GetValueOrDefault((row.Detector, row.Name)));
    }

    /// <summary>One rule; null if there is none of this name.</summary>
    public async Task<RuleView?> FindAsync(string name, CancellationToken cancellationToken) =>
        (await AllAsync(cancellationToken)).FirstOrDefault(rule => rule.Name == name);

    private static StoredRule RowOf(CatalogueRule rule) => (rule.Origin is { } plugin
        ? RuleRow.Of(plugin, rule.Rule)
        : RuleRow.Of(new Inspection.Configuration.CustomRule(rule.Rule, rule.Action))) with { Enabled = !rule.IsSwitchedOff };

    private static string? ProblemOf(StoredRule row, CatalogueRule? rule, Generation? generation)
    {
        if (!row.Enabled || generation is null)
        {
            return null;
        }

        if (rule is null)
        {
            return row.Plugin.Length > 0 || row.Source == RuleSource.Import ? NotBrought : null;
        }

        return rule.Rejection
            ?? generation.RejectedRules.FirstOrDefault(rejected => rejected.Rule == rule.Rule.Name && rejected.Detector == rule.Rule.Detector)?.Reason
            ?? (generation.Config.Detector(row.Detector).Enabled ? null : $"its detector {row.Detector} is disabled");
    }
}
