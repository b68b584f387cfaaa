using System.Text;
using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;

namespace LumenArgus.Tests.Scanning;

public class SpanMatcherPropertyTests
{
    private static readonly string[] Atoms = ["a", "b", "[ab]", @"\d", @"[^a]", "(?:ab|b)", "(?:a|ab)?", "-", "[a-c-]", @"\b", "(?i:A)", "."];
    private static readonly string[] Beginnings = ["a", "ab", @"\ba", @"\b1", @"\b-?", "-1?", "(?i:b)a", "1{2}", @"\d[ab]", @"(?:\b|-)ab?", "b-{0,2}", @"\b", "[^k]1", "(?:a1|b2|c3|a-|b-|1-|2-|-a|-b|-1)"];
    private static readonly string[] Pieces = ["a", "b", "1", "-", " ", "ab", "k=1", "k=a", "1k=b", "abk=bb", "-k=1", "\n"];
    private static readonly string[] Counts = ["", "", "", "?", "{1,3}", "{2}", "*?", "+", "{0,2}"];

    // The anchor keeps both sides to the same starts; the reference engine sees the same ASCII text.
    [Fact]
    public void Scan_RandomPatternAndText_FindsWhatTheReferenceEngineFinds() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(1500), Prop.ForAll(ArbMap.Default.ArbFor<int>(), seed =>
        {
            var random = new Random(seed);
            var pattern = "k=" + Pattern(random);
            var text = string.Concat(Enumerable.Range(0, random.Next(60)).Select(_ => "ab-1 k=cAk="[random.Next(11)]));
            text = text.Insert(random.Next(text.Length + 1), "k=").Insert(0, " ");
            var expected = Regex.Matches(text, pattern, RegexOptions.None, TimeSpan.FromSeconds(10)).Select(m => m.Value).Distinct(StringComparer.Ordinal);
            return TestRules.Values(pattern, text, r => r with { WindowBytes = 4096 }).SequenceEqual(expected)
                .Label($"{pattern} on {text}: {string.Join('|', TestRules.Values(pattern, text))}");
        }));

    // What stands before the anchor makes a range of starts, most of which are ruled out by their first bytes.
    [Fact]
    public void Scan_RandomPatternWithBranchesBeforeItsAnchor_FindsWhatTheReferenceEngineFinds() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(1500), Prop.ForAll(ArbMap.Default.ArbFor<int>(), seed =>
        {
            var random = new Random(seed);
            var branches = Enumerable.Range(0, random.Next(1, 12)).Select(_ => Beginnings[random.Next(Beginnings.Length)]).Distinct(StringComparer.Ordinal);
            var pattern = $"(?:{string.Join('|', branches)})(?:k=1|k=[ab]b?)";
            var text = string.Concat(Enumerable.Range(0, random.Next(40)).Select(_ => Pieces[random.Next(Pieces.Length)]));
            var expected = Regex.Matches(text, pattern, RegexOptions.None, TimeSpan.FromSeconds(10)).Select(m => m.Value).Distinct(StringComparer.Ordinal);
            return TestRules.Values(pattern, text, r => r with { WindowBytes = 4096 }).SequenceEqual(expected)
                .Label($"{pattern} on {text}: {string.Join('|', TestRules.Values(pattern, text))}");
        }));

    private static string Pattern(Random random)
    {
        var pattern = new StringBuilder();
        for (var i = random.Next(1, 6); i > 0; i--)
        {
            var atom = Atoms[random.Next(Atoms.Length)];
            pattern.Append(atom).Append(atom is @"\b" or "(?:a|ab)?" ? "" : Counts[random.Next(Counts.Length)]);
        }

        return pattern.ToString();
    }
}
