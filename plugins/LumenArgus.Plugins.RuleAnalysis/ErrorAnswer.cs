namespace LumenArgus.Plugins.RuleAnalysis;

/// <summary>What was wrong, as the dashboard's own API says it.</summary>
internal sealed record ErrorAnswer(string Error, string Detail);
