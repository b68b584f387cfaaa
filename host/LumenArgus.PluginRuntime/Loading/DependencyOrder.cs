using System.Collections.Immutable;
using LumenArgus.PluginRuntime.Discovery;

namespace LumenArgus.PluginRuntime.Loading;

/// <summary>Orders plugins so that each comes behind those it depends on; otherwise the order of discovery stays.</summary>
/// <param name="Ordered">Plugins to load, in order.</param>
/// <param name="Dropped">Plugins that cannot be loaded, with the reason, transitively.</param>
internal sealed record DependencyOrder(ImmutableArray<PluginCandidate> Ordered, ImmutableArray<(PluginCandidate Candidate, string Reason)> Dropped)
{
    public static DependencyOrder Of(IReadOnlyList<PluginCandidate> candidates)
    {
        var waiting = candidates.ToList();
        var placed = new HashSet<string>(StringComparer.Ordinal);
        var ordered = ImmutableArray.CreateBuilder<PluginCandidate>();

        // Quadratic in the number of plugins, which is small; each round takes the first one that can go.
        while (waiting.Find(candidate => candidate.Manifest!.DependsOn.All(placed.Contains)) is { } next)
        {
            waiting.Remove(next);
            placed.Add(next.Id);
            ordered.Add(next);
        }

        var blocked = waiting.Select(candidate => candidate.Id).ToHashSet(StringComparer.Ordinal);
        return new DependencyOrder(ordered.ToImmutable(), [.. waiting.Select(candidate => (candidate, Reason(candidate, placed, blocked)))]);
    }

    private static string Reason(PluginCandidate candidate, HashSet<string> placed, HashSet<string> blocked)
    {
        var open = candidate.Manifest!.DependsOn.Where(id => !placed.Contains(id)).ToList();
        var missing = open.Where(id => !blocked.Contains(id)).ToList();
        return missing.Count > 0
            ? $"depends on {string.Join(", ", missing)}, which is not there or was rejected"
            : $"depends on {string.Join(", ", open)}, which cannot be loaded either (a cycle, or something missing further down)";
    }
}
