using LumenArgus.Abstractions.Model;

namespace LumenArgus.Inspection.Generations;

/// <summary>One rule of a generation, in use or not.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Origin">Identifier of the plugin that brings it; null for a rule of the configuration.</param>
/// <param name="IsEnabled">Whether its detector is enabled.</param>
/// <param name="Rejection">Why it is not in use although it is enabled; null otherwise.</param>
public sealed record CatalogueRule(DetectionRule Rule, string? Origin, bool IsEnabled, string? Rejection)
{
    /// <summary>Whose rule it is: <c>custom</c> for one of the configuration, else <c>community</c>.</summary>
    public string Tier => Origin is null ? "custom" : "community";
}
