namespace LumenArgus.Plugins.RuleAnalysis;

/// <summary>Two rules about which an operator does not want to hear.</summary>
/// <param name="RuleA">The one.</param>
/// <param name="RuleB">The other.</param>
internal sealed record DismissedPair(string? RuleA, string? RuleB);
