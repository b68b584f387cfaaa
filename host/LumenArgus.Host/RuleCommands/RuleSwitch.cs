using System.Collections.Immutable;
using LumenArgus.Inspection.Configuration;
using LumenArgus.Inspection.Generations;
using LumenArgus.Inspection.Rules;
using LumenArgus.Storage.Rules;

namespace LumenArgus.Host.RuleCommands;

/// <summary>Plans to switch rules on or off: all that were named, or none if one is unknown.</summary>
/// <param name="known">The rules of plugins and configuration, as they come.</param>
/// <param name="config">The configuration.</param>
/// <param name="names">The rules.</param>
/// <param name="enabled">Whether they shall be used.</param>
internal sealed class RuleSwitch(IReadOnlyList<CatalogueRule> known, LumenArgusConfig config, ImmutableArray<string> names, bool enabled)
{
    private const string Author = "cli";

    /// <summary>What is wrong, one line each; then nothing is changed.</summary>
    public List<string> Problems { get; } = [];

    /// <summary>What was done, one line each.</summary>
    public List<string> Done { get; } = [];

    public RuleChanges Plan(IReadOnlyList<StoredRule> rows)
    {
        Problems.Clear();
        Done.Clear();
        var added = new Dictionary<string, StoredRule>(StringComparer.Ordinal);
        var updated = new Dictionary<string, StoredRule>(StringComparer.Ordinal);
        foreach (var name in names)
        {
            var matching = rows.Where(row => row.Name == name || $"{row.Detector}.{row.Name}" == name).ToList();
            var withoutRow = RuleNames.Find(known, name).Where(rule => !rows.Any(row => row.Name == rule.Rule.Name && row.Detector == rule.Rule.Detector)).ToList();
            if (matching.Count == 0 && withoutRow.Count == 0)
            {
                Problems.Add(RuleNames.Unknown(known, name));
            }

            matching.ForEach(row => Change(row, updated));
            withoutRow.ForEach(rule => Add(rule, rows, added));
        }

        return Problems.Count > 0 ? new RuleChanges() : new RuleChanges { Added = [.. added.Values], Updated = [.. updated.Values] };
    }

    private void Change(StoredRule row, Dictionary<string, StoredRule> updated)
    {
        Tell(row, row.Enabled == enabled);
        if (row.Enabled != enabled)
        {
            updated[row.Name] = row with { Enabled = enabled, UpdatedBy = Author };
        }
    }

    private void Add(CatalogueRule rule, IReadOnlyList<StoredRule> rows, Dictionary<string, StoredRule> added)
    {
        if (rows.Any(row => row.Name == rule.Rule.Name))
        {
            Problems.Add($"lumen-argus: {RuleNames.Full(rule)} cannot be switched: another rule has its name in the table of rules");
            return;
        }

        var fresh = rule.Origin is { } plugin ? RuleRow.Of(plugin, rule.Rule) : RuleRow.Of(config.CustomRules.First(custom => custom.Rule == rule.Rule));
        added[fresh.Name] = fresh with { Enabled = enabled, UpdatedBy = Author };
        Tell(fresh, enabled);
    }

    private void Tell(StoredRule row, bool isAlready)
    {
        var detector = enabled && !config.Detector(row.Detector).Enabled ? $", but its detector {row.Detector} is disabled in the configuration" : "";
        Done.Add($"{row.Detector}.{row.Name} is {(isAlready ? "already " : "")}{(enabled ? "enabled" : "disabled")}{detector}");
    }
}
