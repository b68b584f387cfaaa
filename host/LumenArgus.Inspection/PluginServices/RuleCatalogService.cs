using System.Collections.Immutable;
using LumenArgus.Abstractions.Host;
using LumenArgus.Abstractions.Model;
using LumenArgus.Inspection.Generations;
using LumenArgus.Inspection.Rules;
using LumenArgus.PluginRuntime.Manifests;
using LumenArgus.Storage.PluginState;
using LumenArgus.Storage.Rules;

namespace LumenArgus.Inspection.PluginServices;

/// <summary>The rules for one plugin: what the generation in use has of them, with what the table says since. A change of the table comes in use by whoever watches it.</summary>
internal sealed class RuleCatalogService(PluginManifest manifest, CurrentGeneration current, IPluginStateStore state, IRuleStore? store) : IRuleCatalog
{
    // No plugin can have this identifier: theirs are of two words.
    private const string OfTheHost = "host";
    private const string ReviewedPrefix = "rule_reviewed/";
    private const int MaxReviewed = 100_000;

    public async ValueTask<ImmutableArray<RuleInfo>> ListAsync(CancellationToken cancellationToken)
    {
        if (current.Peek is not { } generation)
        {
            return [];
        }

        var rows = store is null ? [] : await StoreCall.RunAsync(store.ListAsync(cancellationToken));
        var byName = rows.ToDictionary(static row => (row.Detector, row.Name));
        var reviewed = (await StoreCall.RunAsync(state.KeysAsync(OfTheHost, ReviewedPrefix, MaxReviewed, cancellationToken)))
            .Select(static key => key[ReviewedPrefix.Length..]).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. generation.Catalogue
                .OrderByDescending(static rule => rule.IsUsed)
                .DistinctBy(static rule => (rule.Rule.Detector, rule.Rule.Name))
                .Select(rule => Of(rule, byName.GetValueOrDefault((rule.Rule.Detector, rule.Rule.Name)), generation, reviewed))
                .OrderBy(static rule => rule.Detector, StringComparer.Ordinal).ThenBy(static rule => rule.Name, StringComparer.Ordinal),
        ];
    }

    public async ValueTask<bool> SetEnabledAsync(string name, bool enabled, string? changedBy, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(name);
        Capabilities.Demand(manifest, PluginCapability.RulesManage);
        if (store is null)
        {
            return false;
        }

        // The plan may run more than once.
        var isThere = false;
        await StoreCall.RunAsync(store.ChangeAsync(
            rows =>
            {
                var row = rows.FirstOrDefault(row => row.Name == name);
                isThere = row is not null;
                return row is null || row.Enabled == enabled
                    ? new RuleChanges()
                    : new RuleChanges { Updated = [row with { Enabled = enabled, UpdatedBy = changedBy ?? manifest.Id }] };
            },
            cancellationToken));
        return isThere;
    }

    public async ValueTask<bool> SetReviewedAsync(string name, bool reviewed, string? changedBy, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(name);
        Capabilities.Demand(manifest, PluginCapability.RulesManage);
        if (store is null || await StoreCall.RunAsync(store.FindAsync(name, cancellationToken)) is null)
        {
            return false;
        }

        if (reviewed)
        {
            await StoreCall.RunAsync(state.SetAsync(OfTheHost, ReviewedPrefix + name, changedBy ?? manifest.Id, cancellationToken));
        }
        else
        {
            await StoreCall.RunAsync(state.DeleteAsync(OfTheHost, ReviewedPrefix + name, cancellationToken));
        }

        return true;
    }

    private static RuleInfo Of(CatalogueRule known, StoredRule? row, Generation generation, HashSet<string> reviewed)
    {
        var rule = known.Rule;
        var isOn = row?.Enabled ?? !known.IsSwitchedOff;
        return new RuleInfo
        {
            Name = rule.Name,
            Detector = rule.Detector,
            Pattern = RuleRow.PatternOf(rule),
            Format = rule.Format,
            Severity = rule.Severity,
            Action = known.Action,
            Tier = known.Tier,
            Source = known.Source,
            Enabled = isOn,
            Problem = !isOn ? null : known.Rejection ?? (generation.Config.Detector(rule.Detector).Enabled ? null : $"its detector {rule.Detector} is disabled"),
            Reviewed = reviewed.Contains(rule.Name),
            Generic = rule.Generic,
            Stages = rule.Stages,
            Target = rule.Target,
            Validator = rule.Validator,
            EntropyFloor = rule.EntropyFloor,
            Description = rule.Description.Length > 0 ? rule.Description : rule.Title,
            Tags = rule.Tags,
            HitCount = row?.HitCount ?? known.HitCount,
        };
    }
}
