using System.Collections.Immutable;
using LumenArgus.Scanning.Rules.Files;
using LumenArgus.Storage.Rules;

namespace LumenArgus.Inspection.Rules;

/// <summary>Plans the import of a rule file. Rules of the file that were imported before become what the file says now, but for what an operator has decided.</summary>
/// <param name="file">The file, without problems.</param>
/// <param name="tier">Whose rules they are.</param>
/// <param name="reset">Whether decisions about them are taken back.</param>
public sealed class RuleFileImport(RuleFile file, string tier, bool reset)
{
    private ImmutableArray<string>.Builder _skipped = ImmutableArray.CreateBuilder<string>();

    /// <summary>Rules that are not imported, one sentence each.</summary>
    public ImmutableArray<string> Skipped => _skipped.ToImmutable();

    /// <summary>Says what has to be changed.</summary>
    /// <param name="rows">The table.</param>
    /// <returns>The changes.</returns>
    public RuleChanges Plan(IReadOnlyList<StoredRule> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        _skipped = ImmutableArray.CreateBuilder<string>();
        var byName = rows.ToDictionary(static row => row.Name, StringComparer.Ordinal);
        var added = new Dictionary<string, StoredRule>(StringComparer.Ordinal);
        var updated = ImmutableArray.CreateBuilder<StoredRule>();
        foreach (var entry in file.Rules)
        {
            var fresh = RuleRow.Of(entry, RuleSource.Import, tier);
            if (added.ContainsKey(fresh.Name))
            {
                _skipped.Add($"{fresh.Detector}.{fresh.Name}: the file has the name before, for another detector");
            }
            else if (byName.GetValueOrDefault(fresh.Name) is not { } row)
            {
                added.Add(fresh.Name, fresh);
            }
            else if (row is { Source: RuleSource.Import, Plugin: "" })
            {
                var wanted = reset ? RuleReconciler.Replace(row, fresh) : RuleReconciler.Refresh(row, fresh);
                if (row != wanted)
                {
                    updated.Add(wanted);
                }
            }
            else
            {
                _skipped.Add($"{fresh.Detector}.{fresh.Name}: {(row.Plugin.Length > 0 ? $"plugin {row.Plugin} brings it" : $"there is one of this name, from {row.Source}")}");
            }
        }

        return new RuleChanges { Added = [.. added.Values], Updated = updated.ToImmutable() };
    }
}
