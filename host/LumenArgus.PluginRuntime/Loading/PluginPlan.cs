using System.Collections.Immutable;
using LumenArgus.PluginRuntime.Discovery;

namespace LumenArgus.PluginRuntime.Loading;

/// <summary>
/// What to do about the plugins that were found while others run, in load order. A plugin leaves when its folder is gone or what it depends on is gone;
/// it never leaves because what came into its folder is wrong.
/// </summary>
internal sealed record PluginPlan
{
    /// <summary>Plugins to keep or to load, each behind those it depends on.</summary>
    public required ImmutableArray<PlannedPlugin> Ordered { get; init; }

    /// <summary>Plugins that are neither, with the reason.</summary>
    public required ImmutableArray<(PluginCandidate Candidate, string Reason)> Rejected { get; init; }

    /// <summary>What is in the folders of plugins that are kept in use, with what speaks against it.</summary>
    public required ImmutableArray<(PluginCandidate Candidate, string Reason)> Refused { get; init; }

    public static PluginPlan Of(PluginSet running, PluginCatalog catalog)
    {
        var rejected = ImmutableArray.CreateBuilder<(PluginCandidate Candidate, string Reason)>();
        var refused = ImmutableArray.CreateBuilder<(PluginCandidate Candidate, string Reason)>();
        var planned = new List<PlannedPlugin>();
        var good = catalog.Candidates.Where(static candidate => candidate.Rejection is null).ToDictionary(static candidate => candidate.Id, StringComparer.Ordinal);
        foreach (var candidate in catalog.Candidates)
        {
            var handle = running.Find(candidate.Id);
            if (candidate.Rejection is null)
            {
                planned.Add(new PlannedPlugin(candidate, handle, IsKept: false));
            }
            else if (handle is not null && !candidate.IsHidden && !candidate.IsDisabled && (handle.Folder == candidate.Folder || !good.ContainsKey(candidate.Id)))
            {
                refused.Add((candidate, candidate.Rejection));
                planned.Add(Keep(handle));
            }
            else
            {
                rejected.Add((candidate, candidate.Rejection));
            }
        }

        // A broken folder of a plugin in use hides the other ones with its id, where it would not hide them at the start: nothing is downgraded by accident.
        var kept = planned.Where(static plugin => plugin.IsKept).Select(static plugin => plugin.Candidate.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var other in planned.Where(plugin => !plugin.IsKept && kept.Contains(plugin.Candidate.Id)).ToList())
        {
            planned.Remove(other);
            rejected.Add((other.Candidate with { IsHidden = true }, $"hidden by {other.Running!.Folder}, which is in use"));
        }

        return Order(planned.DistinctBy(static plugin => plugin.Candidate.Id, StringComparer.Ordinal).ToList(), rejected, refused);
    }

    // A new version whose dependencies are missing leaves the running one in use; that one has to go only if its own are missing.
    private static PluginPlan Order(
        List<PlannedPlugin> planned,
        ImmutableArray<(PluginCandidate Candidate, string Reason)>.Builder rejected,
        ImmutableArray<(PluginCandidate Candidate, string Reason)>.Builder refused)
    {
        while (true)
        {
            var order = DependencyOrder.Of([.. planned.Select(static plugin => plugin.Candidate)]);
            var back = order.Dropped.Where(dropped => planned.Find(plugin => plugin.Candidate == dropped.Candidate) is { Running: not null, IsKept: false }).ToList();
            if (back.Count == 0)
            {
                rejected.AddRange(order.Dropped);
                refused.RemoveAll(each => order.Dropped.Any(dropped => dropped.Candidate.Id == each.Candidate.Id));
                return new PluginPlan
                {
                    Ordered = [.. order.Ordered.Select(candidate => planned.Find(plugin => plugin.Candidate == candidate)!)],
                    Rejected = rejected.ToImmutable(),
                    Refused = refused.ToImmutable(),
                };
            }

            foreach (var (candidate, reason) in back)
            {
                var place = planned.FindIndex(plugin => plugin.Candidate == candidate);
                planned[place] = Keep(planned[place].Running!);
                refused.Add((candidate, reason));
            }
        }
    }

    private static PlannedPlugin Keep(PluginHandle handle) =>
        new(new PluginCandidate { Id = handle.Id, Folder = handle.Folder, Manifest = handle.Manifest }, handle, IsKept: true);
}
