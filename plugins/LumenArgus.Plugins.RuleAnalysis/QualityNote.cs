namespace LumenArgus.Plugins.RuleAnalysis;

/// <summary>Something odd about a rule.</summary>
/// <param name="Rule">Its name.</param>
/// <param name="Detail">What, for people.</param>
internal sealed record QualityNote(string Rule, string Detail);
