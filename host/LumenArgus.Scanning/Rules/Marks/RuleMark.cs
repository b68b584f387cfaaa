using LumenArgus.Abstractions.Model;
using LumenArgus.Scanning.Rules.Patterns;

namespace LumenArgus.Scanning.Rules.Marks;

/// <summary>Chooses the mark of a rule: what every match has, at a place that the zones of <see cref="BlockMarks"/> reach from its keyword.</summary>
internal static class RuleMark
{
    // A drawn value that has no digit and no capital in a wrong place is that rare, at most.
    private const double MostMissed = 1 / 4000.0;

    // Of letters of both cases drawn at random, the share in which each further one keeps to the rules of names.
    private const double KeepsRules = 0.78;

    private static readonly ByteSet Lower = ByteSet.Range('a', 'z');
    private static readonly ByteSet Upper = ByteSet.Range('A', 'Z');
    private static readonly ByteSet Password = ~(ByteSet.Space | Of("\"'`\\,;()<>"));
    private static readonly ByteSet Token = ByteSet.Word | ByteSet.Of('-') | ByteSet.Of('+') | ByteSet.Of('/');

    public static TextMark Of(DetectionRule rule, RuleAnchor anchor, PatternNode root)
    {
        if (anchor.Kind == AnchorKind.Digits)
        {
            return PatternDigits.Find(root) is <= BlockMarks.ReachAhead - BlockMarks.DigitBytes ? TextMark.Digits : TextMark.None;
        }

        // What a generic rule looks for is near the name; how near, its pattern does not say well.
        if (rule.Generic && rule.Validator is not null && PatternRun.Find(root, Password, BlockMarks.MixedBytes).Any())
        {
            return TextMark.Mixed;
        }

        if (anchor.Kind != AnchorKind.Keyword || anchor.Distance > 0 || anchor.Before > BlockMarks.ReachBack)
        {
            return TextMark.None;
        }

        if (PatternDigits.Find(root) is { } before && before + anchor.After + BlockMarks.DigitBytes <= BlockMarks.ReachAhead)
        {
            return TextMark.Digits;
        }

        return IsDrawn(rule) && PatternRun.Find(root, Token, BlockMarks.RunBytes).Any(run => IsSure(run, anchor)) ? TextMark.Drawn
            : SchemeEnd(root) is { } scheme && scheme + anchor.After <= BlockMarks.ReachAhead ? TextMark.Url
            : TextMark.None;
    }

    private static bool IsSure(PatternRun run, RuleAnchor anchor) => LengthUntilSure(run.Sets) is { } length && run.Before + anchor.After + length <= BlockMarks.ReachAhead;

    // Offset of what is behind it.
    private static long? SchemeEnd(PatternNode root)
    {
        var before = 0L;
        foreach (var item in PatternFacts.Flatten(root))
        {
            before += PatternFacts.Length(item).Max;
            if (item is PatternNode.Literal literal && literal.Bytes.AsSpan().IndexOf("://"u8) >= 0)
            {
                return before;
            }
        }

        return null;
    }

    private static ByteSet Of(string characters) => characters.Aggregate(ByteSet.Empty, static (set, character) => set | ByteSet.Of(character));

    // A pattern alone may be one of words; a published format, a source and a floor say that the value is drawn.
    private static bool IsDrawn(DetectionRule rule) => rule.Format is not null || rule.Source is not null || rule.EntropyFloor > 0;

    // How many of the bytes have the mark as good as certainly.
    private static int? LengthUntilSure(IReadOnlyList<ByteSet> sets)
    {
        var missed = 1.0;
        int small = 0, capital = 0;
        for (var i = 0; i < sets.Count; i++)
        {
            var set = sets[i];
            var others = set & ~ByteSet.Digits;
            small = (others & ~Lower).IsEmpty ? small + 1 : 0;
            capital = (others & ~Upper).IsEmpty ? capital + 1 : 0;
            missed *= (double)others.Count / set.Count * (others.Overlaps(Lower) && others.Overlaps(Upper) ? KeepsRules : 1);
            if (i + 1 >= BlockMarks.RunBytes && (missed <= MostMissed || Math.Max(small, capital) >= BlockMarks.RunBytes))
            {
                return i + 1;
            }
        }

        return null;
    }
}
