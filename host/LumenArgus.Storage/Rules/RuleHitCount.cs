namespace LumenArgus.Storage.Rules;

/// <summary>How often a rule has found something since it was last written down.</summary>
/// <param name="Detector">The detector.</param>
/// <param name="Name">The rule.</param>
/// <param name="Hits">The number.</param>
public sealed record RuleHitCount(string Detector, string Name, long Hits);
