namespace LumenArgus.Scanning.Rules.Patterns;

/// <param name="Root">The tree.</param>
/// <param name="Captures">Number of capture groups.</param>
internal sealed record ParsedPattern(PatternNode Root, int Captures);
