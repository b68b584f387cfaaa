namespace LumenArgus.Scanning.Rules.Files;

/// <summary>Something wrong in a rule file.</summary>
/// <param name="Line">The line, from 1.</param>
/// <param name="Rule">The rule's name, or its place (<c>rules[3]</c>) where it has none; empty if no rule is meant.</param>
/// <param name="Message">What, and what is allowed.</param>
public sealed record RuleFileProblem(int Line, string Rule, string Message);
