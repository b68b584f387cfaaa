using LumenArgus.Scanning.Rules.Patterns;

namespace LumenArgus.Scanning.Rules.Matching;

/// <summary>Whether a pattern that the span matcher does not take can be left to a Regex.</summary>
internal static class RegexProof
{
    // The linear engine writes repetitions out; beyond this it is slow to build and large.
    private const int MaxStates = 4096;

    // Each state of such a pattern leads to all others: the engine takes 0.1 s for the first text with 256, 72 s with 2,500.
    private const int MaxNestedStates = 128;

    /// <summary>The reason against it, or null.</summary>
    public static string? WhyNot(ParsedPattern pattern) =>
        HasLineEnd(pattern.Root) ? "`$` works only in patterns whose backtracking is short (see Rules/README.md)"
        : NestedStates(pattern.Root) > MaxNestedStates ? $"written out, repetitions inside each other make more than {MaxNestedStates} states; say how often the whole may come, once"
        : States(pattern.Root) > MaxStates ? $"written out, the repetitions make more than {MaxStates} states"
        : null;

    private static bool HasLineEnd(PatternNode node) => node switch
    {
        PatternNode.Assertion assertion => assertion.Kind == AssertionKind.LineEnd,
        PatternNode.Capture capture => HasLineEnd(capture.Item),
        PatternNode.Repeat repeat => HasLineEnd(repeat.Item),
        PatternNode.Sequence sequence => sequence.Items.Any(HasLineEnd),
        PatternNode.Alternation alternation => alternation.Branches.Any(HasLineEnd),
        _ => false,
    };

    private static long NestedStates(PatternNode node, bool inside = false) => node switch
    {
        PatternNode.Capture capture => NestedStates(capture.Item, inside),
        PatternNode.Repeat repeat when inside && repeat.Max != repeat.Min => States(repeat),
        PatternNode.Repeat repeat => NestedStates(repeat.Item, inside || repeat.Max > 1) * (repeat.Max == PatternNode.Repeat.Unbounded ? repeat.Min + 1L : Math.Max(repeat.Max, 1)),
        PatternNode.Sequence sequence => sequence.Items.Sum(item => NestedStates(item, inside)),
        PatternNode.Alternation alternation => alternation.Branches.Sum(branch => NestedStates(branch, inside)),
        _ => 0,
    };

    private static long States(PatternNode node) => node switch
    {
        PatternNode.Literal literal => literal.Bytes.Length,
        PatternNode.Class => 1,
        PatternNode.Capture capture => States(capture.Item),
        PatternNode.Repeat repeat => States(repeat.Item) * (repeat.Max == PatternNode.Repeat.Unbounded ? repeat.Min + 1L : repeat.Max),
        PatternNode.Sequence sequence => sequence.Items.Sum(States),
        PatternNode.Alternation alternation => alternation.Branches.Sum(States),
        _ => 0,
    };
}
