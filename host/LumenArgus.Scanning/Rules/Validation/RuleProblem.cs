namespace LumenArgus.Scanning.Rules.Validation;

/// <summary>What is wrong with a rule. Names examples by position, never by their text.</summary>
/// <param name="Detector">The rule's detector.</param>
/// <param name="Rule">The rule's name.</param>
/// <param name="Message">One sentence: what, and what to do.</param>
public sealed record RuleProblem(string Detector, string Rule, string Message);
