using System.Collections.Immutable;

namespace LumenArgus.Abstractions.Model;

/// <summary>The outcome of a policy.</summary>
/// <param name="Action">The action for the whole exchange.</param>
/// <param name="Findings">The findings, each with its resolved action.</param>
/// <param name="Reason">Why, for the log; null where the findings say it.</param>
public sealed record PolicyDecision(PolicyAction Action, ImmutableArray<Finding> Findings, string? Reason = null);
