using System.Collections.Concurrent;
using System.Collections.Immutable;
using LumenArgus.Inspection.Generations;

namespace LumenArgus.Inspection.Health;

/// <summary>Why the product is degraded: what the generation lacks, and what other parts report while it lasts.</summary>
public sealed class HealthReasons
{
    private readonly ConcurrentDictionary<string, string> _reported = new(StringComparer.Ordinal);

    /// <summary>Reports a lasting condition, or its end.</summary>
    /// <param name="part">Who reports, for example <c>audit</c>; one reason for each part.</param>
    /// <param name="reason">What is wrong, or null when it is right again.</param>
    public void Set(string part, string? reason)
    {
        if (reason is null)
        {
            _reported.TryRemove(part, out _);
        }
        else
        {
            _reported[part] = reason;
        }
    }

    /// <summary>All reasons that hold now.</summary>
    /// <param name="generation">The generation in use.</param>
    /// <returns>One sentence each; empty when all is well.</returns>
    public ImmutableArray<string> For(Generation generation)
    {
        ArgumentNullException.ThrowIfNull(generation);
        return
        [
            .. generation.HasDetection ? [] : new[] { "no detector is active: nothing will be found" },
            .. generation.InactiveDetectors().Select(static inactive => $"detector {inactive.Detector} is not active: {inactive.Reason}"),
            .. generation.Plugins.Refusals.Select(refusal => $"plugin {refusal.Id} {generation.Plugins.Find(refusal.Id)?.Version} stays in use: {refusal}"),
            .. generation.UnusedAgentAuthProviders.Select(unused =>
                $"agents are not asked for by plugin {unused}: plugin {generation.AgentAuthProvider!.Plugin.Id} has an agent auth provider too, and there can be one only"),
            .. generation.MissingAgentAuthProvider is { } missing ? [$"no agent can prove itself: plugin {missing}, which should tell agents apart, is not loaded"] : Array.Empty<string>(),
            .. generation.UnusedFindingStores.Select(unused =>
                $"findings are not kept by plugin {unused}: plugin {generation.FindingStorePlugin} keeps them, and there can be one only"),
            .. generation.MissingFindingStore is { } store ? [$"findings are kept in the host's own database: plugin {store}, which should keep them, is not loaded"] : Array.Empty<string>(),
            .. generation.RejectedRules.Select(static rule => $"rule {rule.Rule} is not used: {rule.Reason}"),
            .. _reported.OrderBy(static pair => pair.Key, StringComparer.Ordinal).Select(static pair => pair.Value),
        ];
    }
}
