namespace LumenArgus.Abstractions.Model;

/// <summary>A rule matched in a text that was evaluated.</summary>
/// <param name="Text">Which text: its place in the list, from 0.</param>
/// <param name="Detector">The rule's detector.</param>
/// <param name="Rule">The rule's name.</param>
public readonly record struct RuleMatch(int Text, string Detector, string Rule);
