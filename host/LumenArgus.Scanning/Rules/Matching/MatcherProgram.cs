using LumenArgus.Scanning.Rules.Patterns;

namespace LumenArgus.Scanning.Rules.Matching;

/// <param name="Steps">The steps; the last one is <see cref="Operation.Match"/>.</param>
/// <param name="StackSize">The most choices that can be open at once.</param>
/// <param name="Slots">Number of capture slots.</param>
internal sealed record MatcherProgram(Instruction[] Steps, int StackSize, int Slots)
{
    /// <summary>The bytes with which each step can go on to a match.</summary>
    /// <param name="isInWord">Only letters, digits and <c>_</c> directly behind another one count: there no assertion holds.</param>
    public ByteSet[] FirstBytes(bool isInWord)
    {
        // Backwards: no step leads back.
        var first = new ByteSet[Steps.Length];
        for (var i = Steps.Length - 1; i >= 0; i--)
        {
            var step = Steps[i];
            first[i] = step.Operation switch
            {
                Operation.Match => ByteSet.All,
                Operation.Literal => step.IgnoreCase ? ByteSet.Of(step.Bytes[0]).IgnoreCase() : ByteSet.Of(step.Bytes[0]),
                Operation.Run when step.Min > 0 => step.Members,
                Operation.Run => step.Members | first[i + 1],
                Operation.Split => first[i + 1] | first[step.Target],
                Operation.Jump => first[step.Target],
                Operation.Assert when isInWord => ByteSet.Empty,
                _ => first[i + 1],
            };
        }

        return first;
    }
}
