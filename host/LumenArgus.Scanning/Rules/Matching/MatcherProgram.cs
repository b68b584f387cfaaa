using LumenArgus.Scanning.Rules.Patterns;

namespace LumenArgus.Scanning.Rules.Matching;

/// <param name="Steps">The steps; the last one is <see cref="Operation.Match"/>.</param>
/// <param name="StackSize">The most choices that can be open at once.</param>
/// <param name="Slots">Number of capture slots.</param>
/// <param name="FirstInWord">Which letters, digits and <c>_</c> a match can begin with directly behind another one: where no assertion comes first.</param>
internal sealed record MatcherProgram(Instruction[] Steps, int StackSize, int Slots, ByteSet FirstInWord);
