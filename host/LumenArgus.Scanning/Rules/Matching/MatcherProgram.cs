namespace LumenArgus.Scanning.Rules.Matching;

/// <param name="Steps">The steps; the last one is <see cref="Operation.Match"/>.</param>
/// <param name="StackSize">The most choices that can be open at once.</param>
/// <param name="Slots">Number of capture slots.</param>
internal sealed record MatcherProgram(Instruction[] Steps, int StackSize, int Slots);
