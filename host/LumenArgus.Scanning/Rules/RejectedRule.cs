namespace LumenArgus.Scanning.Rules;

/// <summary>A rule that is not in the index.</summary>
/// <param name="Rule">Name of the rule.</param>
/// <param name="Detector">Its detector.</param>
/// <param name="Reason">Why, for the author of the rule.</param>
public sealed record RejectedRule(string Rule, string Detector, string Reason);
