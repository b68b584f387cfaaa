namespace LumenArgus.Plugins.RuleAnalysis;

/// <summary>What was done.</summary>
internal sealed record StatusAnswer(string Status);
