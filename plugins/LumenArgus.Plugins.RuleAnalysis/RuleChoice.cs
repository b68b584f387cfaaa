namespace LumenArgus.Plugins.RuleAnalysis;

/// <summary>The rule that something is decided about.</summary>
internal sealed record RuleChoice(string? Rule);
