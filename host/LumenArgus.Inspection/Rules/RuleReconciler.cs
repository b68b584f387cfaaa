using System.Collections.Immutable;
using LumenArgus.Abstractions.Model;
using LumenArgus.Inspection.Configuration;
using LumenArgus.Storage.Rules;

namespace LumenArgus.Inspection.Rules;

/// <summary>
/// Plans how the table follows plugins and configuration. What an operator has decided about a plugin's rule (off, its action, its severity) stays;
/// everything else of it becomes what the plugin says. Rules of the configuration are what the file says, but for being off.
/// </summary>
/// <param name="origins">Where rules come from.</param>
/// <param name="reset">Whether decisions about plugins' rules are taken back.</param>
public sealed class RuleReconciler(RuleOrigins origins, bool reset = false)
{
    private readonly HashSet<string> _plugins = new(origins.Plugins.Select(static plugin => plugin.PluginId), StringComparer.Ordinal);
    private ImmutableArray<string>.Builder _problems = ImmutableArray.CreateBuilder<string>();

    /// <summary>Rules that have no row, one sentence each; they run as their origin says.</summary>
    public ImmutableArray<string> Problems => _problems.ToImmutable();

    /// <summary>Says what has to be changed.</summary>
    /// <param name="rows">The table.</param>
    /// <returns>The changes.</returns>
    public RuleChanges Plan(IReadOnlyList<StoredRule> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        _problems = ImmutableArray.CreateBuilder<string>();
        var deleted = rows.Where(IsGone).Select(static row => row.Name).ToHashSet(StringComparer.Ordinal);
        var draft = new Draft(rows.Where(row => !deleted.Contains(row.Name)));
        foreach (var plugin in origins.Plugins)
        {
            foreach (var rule in plugin.Rules)
            {
                Follow(plugin.PluginId, rule, draft);
            }
        }

        foreach (var custom in origins.Custom ?? [])
        {
            Follow(custom, draft);
        }

        return draft.ToChanges() with { Deleted = [.. deleted] };
    }

    /// <summary>What an operator has decided about a rule, and what its origin says else.</summary>
    /// <param name="row">The row with the decisions.</param>
    /// <param name="fresh">The row that its origin would make now.</param>
    /// <returns>Both in one.</returns>
    public static StoredRule Refresh(StoredRule row, StoredRule fresh)
    {
        ArgumentNullException.ThrowIfNull(row);
        ArgumentNullException.ThrowIfNull(fresh);
        return Replace(row, fresh) with { Enabled = row.Enabled, Action = row.Action, Severity = HasOwnSeverity(row) ? row.Severity : fresh.Severity };
    }

    /// <summary>A row with everything that its origin says.</summary>
    /// <param name="row">The row.</param>
    /// <param name="fresh">The row that its origin would make now.</param>
    /// <returns>The fresh one, as the next state of the row.</returns>
    public static StoredRule Replace(StoredRule row, StoredRule fresh)
    {
        ArgumentNullException.ThrowIfNull(row);
        ArgumentNullException.ThrowIfNull(fresh);
        return fresh with
        {
            Id = row.Id,
            HitCount = row.HitCount,
            CreatedAt = row.CreatedAt,
            UpdatedAt = row.UpdatedAt,
            CreatedBy = row.CreatedBy,
            UpdatedBy = row.UpdatedBy,
        };
    }

    // A database of the original has no severity of the origin: what stands there is taken for it.
    private static bool HasOwnSeverity(StoredRule row) => row.OriginSeverity.Length > 0 && row.Severity != row.OriginSeverity;

    private static bool HasDecisions(StoredRule row) => !row.Enabled || row.Action.Length > 0 || HasOwnSeverity(row);

    // A rule that its plugin has dropped keeps its row while an operator has decided something about it: the next version may bring it again.
    private bool IsGone(StoredRule row) => row.Source switch
    {
        RuleSource.Yaml => origins.Custom is { } custom && !custom.Any(each => each.Rule.Name == row.Name),
        RuleSource.Import => _plugins.Contains(row.Plugin) && !HasDecisions(row)
            && !origins.Plugins.Single(plugin => plugin.PluginId == row.Plugin).Rules.Any(rule => rule.Name == row.Name),
        _ => false,
    };

    private void Follow(string plugin, DetectionRule rule, Draft draft)
    {
        var fresh = RuleRow.Of(plugin, rule);
        if (draft.Find(rule.Name) is not { } row)
        {
            if (origins.Import)
            {
                draft.Add(fresh);
            }
        }
        else if (row.Source == RuleSource.Import && (row.Plugin == plugin || !_plugins.Contains(row.Plugin)))
        {
            draft.Update(row, reset ? Replace(row, fresh) : Refresh(row, fresh));
        }
        else
        {
            _problems.Add($"rule {rule.Detector}.{rule.Name} of plugin {plugin} has no row in the table of rules: {Owner(row)} has its name");
        }
    }

    private void Follow(CustomRule custom, Draft draft)
    {
        var fresh = RuleRow.Of(custom);
        if (draft.Find(fresh.Name) is not { } row)
        {
            draft.Add(fresh);
        }
        else if (row.Source == RuleSource.Yaml && !draft.IsTaken(row.Name))
        {
            draft.Update(row, Replace(row, fresh) with { Enabled = row.Enabled });
        }
        else
        {
            _problems.Add($"custom rule {fresh.Detector}.{fresh.Name} has no row in the table of rules: {Owner(row)} has its name");
        }
    }

    private static string Owner(StoredRule row) => row switch
    {
        { Source: RuleSource.Import, Plugin.Length: > 0 } => $"a rule of plugin {row.Plugin}",
        { Source: RuleSource.Yaml } => "a custom rule of the configuration",
        { Source: RuleSource.Import } => "an imported rule",
        _ => $"a rule that was made by {row.Source}",
    };

    /// <summary>The table while it is planned.</summary>
    private sealed class Draft(IEnumerable<StoredRule> rows)
    {
        private readonly Dictionary<string, StoredRule> _rows = rows.ToDictionary(static row => row.Name, StringComparer.Ordinal);
        private readonly HashSet<string> _taken = new(StringComparer.Ordinal);
        private readonly ImmutableArray<StoredRule>.Builder _added = ImmutableArray.CreateBuilder<StoredRule>();
        private readonly ImmutableArray<StoredRule>.Builder _updated = ImmutableArray.CreateBuilder<StoredRule>();

        public StoredRule? Find(string name) => _rows.GetValueOrDefault(name);

        /// <summary>Whether the row has found its rule already.</summary>
        public bool IsTaken(string name) => _taken.Contains(name);

        public void Add(StoredRule row)
        {
            _rows.Add(row.Name, row);
            _taken.Add(row.Name);
            _added.Add(row);
        }

        public void Update(StoredRule row, StoredRule wanted)
        {
            _taken.Add(row.Name);
            _rows[row.Name] = wanted;
            if (row != wanted)
            {
                _updated.Add(wanted);
            }
        }

        public RuleChanges ToChanges() => new() { Added = _added.ToImmutable(), Updated = _updated.ToImmutable() };
    }
}
