using System.Collections.Immutable;
using LumenArgus.Abstractions.Model;
using LumenArgus.Scanning.Rules.Keywords;
using LumenArgus.Scanning.Rules.Patterns;

namespace LumenArgus.Scanning.Rules;

/// <summary>Chooses what a rule is searched by; see "Anchors" in the README of this folder.</summary>
internal static class AnchorFinder
{
    private const int MaxDigitOffset = 64;

    public static RuleAnchor? Find(DetectionRule rule, ParsedPattern pattern, out string reason)
    {
        reason = "";
        if (rule.Target == RuleTarget.SourceFileName)
        {
            return new RuleAnchor(AnchorKind.FileName, [], 0, 0);
        }

        if (rule.Keywords.Length > 0)
        {
            return FromKeywords(rule, pattern, out reason);
        }

        if (rule.KeywordDistance > 0)
        {
            reason = "a keyword distance needs keywords";
            return null;
        }

        if (PatternLiterals.Required(pattern.Root) is { } literals)
        {
            return FromOffsets([.. literals.Texts.Select(KeywordStem.Of).Distinct(StringComparer.Ordinal)], literals.Offset, rule, pattern);
        }

        if (DigitOffset.Of(pattern.Root) is { Without: null, At: { Max: <= MaxDigitOffset } at })
        {
            return new RuleAnchor(AnchorKind.Digits, [], at.Max, -at.Min)
            {
                RunStartOnly = FirstDigit.BeginsRun(pattern.Root),
            };
        }

        reason = "nothing to search by: give keywords, or a pattern whose matches all contain a literal of two or more ASCII characters, an '@', "
            + $"or a digit at most {MaxDigitOffset} bytes from the start";
        return null;
    }

    private static RuleAnchor? FromKeywords(DetectionRule rule, ParsedPattern pattern, out string reason)
    {
        reason = "";
        if (rule.Keywords.Any(k => k is null || k.Length < 2 || !System.Text.Ascii.IsValid(k)))
        {
            reason = "a keyword has two or more ASCII characters";
            return null;
        }

        var keywords = rule.Keywords.Select(k => k.ToLowerInvariant()).Distinct(StringComparer.Ordinal).ToImmutableArray();
        var longest = keywords.Max(k => k.Length);
        if (rule.KeywordDistance > 0)
        {
            // A match may lie on either side; before the keyword it begins up to its own length earlier.
            var match = Math.Min(PatternFacts.Length(pattern.Root).Max, rule.WindowBytes);
            return new RuleAnchor(AnchorKind.Keyword, keywords, rule.KeywordDistance + longest + match, rule.KeywordDistance)
            {
                Distance = rule.KeywordDistance,
            };
        }

        keywords = keywords.Select(KeywordStem.Of).Distinct(StringComparer.Ordinal).ToImmutableArray();

        // Where no place is sure, a keyword may stand anywhere, also over the border of two parts of the pattern.
        var offset = PatternLiterals.LocateFirst(pattern.Root, keywords) ?? new LengthRange(0, PatternFacts.Unbounded);
        return FromOffsets(keywords, offset, rule, pattern);
    }

    private static RuleAnchor FromOffsets(ImmutableArray<string> keywords, LengthRange offset, DetectionRule rule, ParsedPattern pattern)
    {
        var longest = keywords.Max(k => k.Length);
        var shortest = keywords.Min(k => k.Length);
        var match = Math.Min(PatternFacts.Length(pattern.Root).Max, rule.WindowBytes);
        var before = Math.Max(longest, (int)Math.Min((long)offset.Max + longest, match));
        return new RuleAnchor(AnchorKind.Keyword, keywords, before, -(Math.Min(offset.Min, match - shortest) + shortest))
        {
            StartsBehindRun = BeginsWithRunBefore(pattern.Root, offset),
        };
    }

    // `[class]+literal`, with or without \b in front, where the keyword is that literal's start: the run is the only thing before it.
    private static bool BeginsWithRunBefore(PatternNode root, LengthRange offset)
    {
        if (root is not PatternNode.Sequence sequence)
        {
            return false;
        }

        var index = Array.FindIndex(sequence.Items, i => i is not PatternNode.Assertion);
        return index >= 0 && sequence.Items[index] is PatternNode.Repeat { Lazy: false, Min: > 0 } run
            && PatternFacts.SingleByte(run.Item) is not null && offset == new LengthRange(run.Min, run.Max);
    }
}
