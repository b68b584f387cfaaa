using LumenArgus.Abstractions.Model;
using LumenArgus.Storage.Rules;

namespace LumenArgus.Inspection.Generations;

/// <summary>One rule of a generation, in use or not.</summary>
/// <param name="Rule">The rule, with the severity that counts.</param>
/// <param name="Origin">Identifier of the plugin that brings it; null for a rule of the configuration or of the table alone.</param>
/// <param name="IsEnabled">Whether its detector is enabled and it is not switched off itself.</param>
/// <param name="Rejection">Why it is not in use although it is enabled; null otherwise.</param>
public sealed record CatalogueRule(DetectionRule Rule, string? Origin, bool IsEnabled, string? Rejection)
{
    /// <summary>Its own action, which goes before the detector's; null leaves that to the detector.</summary>
    public PolicyAction? Action { get; init; }

    /// <summary>Whose rule it is; see <see cref="RuleTier"/>.</summary>
    public string Tier { get; init; } = RuleTier.Community;

    /// <summary>Who brings it: a plugin's identifier, <c>config</c>, or for a rule that stands in the table alone one of <see cref="RuleSource"/>.</summary>
    public required string Source { get; init; }

    /// <summary>Whether it is switched off itself, whatever its detector is.</summary>
    public bool IsSwitchedOff { get; init; }

    /// <summary>How often it had found something when the table was read.</summary>
    public long HitCount { get; init; }

    /// <summary>Whether it is compiled.</summary>
    public bool IsUsed => IsEnabled && Rejection is null;
}
