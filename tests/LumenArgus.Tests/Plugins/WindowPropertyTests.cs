using System.Text;
using System.Text.RegularExpressions;
using LumenArgus.Abstractions.Model;
using LumenArgus.Abstractions.Plugin;
using LumenArgus.Scanning.Decoding;
using LumenArgus.Scanning.Fields;
using LumenArgus.Scanning.Findings;
using LumenArgus.Scanning.Rules;
using LumenArgus.Scanning.Rules.Formats;
using LumenArgus.Scanning.Rules.Matching;
using LumenArgus.Scanning.Rules.Patterns;
using LumenArgus.Scanning.Rules.Validation;

namespace LumenArgus.Tests.Plugins;

/// <summary>
/// Nothing between index and matcher loses a match: wherever the platform's own Regex, tried at every start of a text with only the rule's window before it,
/// finds the pattern, the index has a finding of that rule that overlaps it (validators, entropy and placeholder filter aside).
/// </summary>
public sealed class WindowPropertyTests
{
    private const int TextsPerRule = 4;
    private const int MostBytes = 1_500;

    private static readonly DecodeOptions OnlyBase64 = new() { Hex = false, Url = false, Unicode = false };

    private static readonly string[] Between = ["", " ", "\n", "\"", "x", "_", "-", "=", "9", "'\\n'", ": ", "é", "/", "key=\"", "A@b.c "];

    public static TheoryData<string, string> RuleNames
    {
        get
        {
            var names = new TheoryData<string, string>();
            foreach (var rule in PluginUnderTest.All.Rules.Where(rule => rule.Target == RuleTarget.Content))
            {
                names.Add(rule.Detector, rule.Name);
            }

            return names;
        }
    }

    [Theory]
    [MemberData(nameof(RuleNames))]
    public void Scan_EveryStartAtWhichThePatternMatches_IsCoveredByAFinding(string detector, string name) =>
        EachMatchShouldBeCovered(detector, name, DecodeOptions.Off, static text => text, static at => at);

    // Four characters for three bytes, so the place of each byte in the body is known without the code that maps it.
    [Theory]
    [MemberData(nameof(RuleNames))]
    public void Scan_EveryMatchInADecodedView_IsCoveredByAFinding(string detector, string name) =>
        EachMatchShouldBeCovered(detector, name, OnlyBase64, static text => Encoding.ASCII.GetBytes(Convert.ToBase64String(text)), static at => at * 4 / 3);

    private static void EachMatchShouldBeCovered(string detector, string name, DecodeOptions options, Func<byte[], byte[]> encode, Func<int, int> place)
    {
        var rule = Bare(PluginUnderTest.All.Rules.Single(rule => rule.Name == name && rule.Detector == detector));
        var index = RuleIndex.Build([rule], new Dictionary<string, IRuleValidator>(), new RuleIndexOptions { Stages = RuleStages.All }).Index;
        var pattern = PatternParser.Parse(rule.Pattern);
        var regex = new Regex(@"\G" + RegexWriter.Write(pattern.Root), RegexOptions.CultureInvariant | RegexOptions.Multiline, TimeSpan.FromSeconds(10));
        var random = new Random(name.Length);
        var matches = 0;
        for (var round = 0; round < TextsPerRule; round++)
        {
            var text = Encoding.UTF8.GetBytes(Text(rule, random));
            var covered = Covered(index, encode(text), options);
            foreach (var (start, end) in Matches(regex, rule, text))
            {
                matches++;
                covered.AsSpan(place(start)..place(end)).Contains(true).ShouldBeTrue($"a match at {start} to {end} of text {round} has no finding");
            }
        }

        matches.ShouldBeGreaterThan(0);
    }

    private static DetectionRule Bare(DetectionRule rule) => rule with
    {
        Pattern = rule.Pattern.Length > 0 ? rule.Pattern : TokenFormat.TryParse(rule.Format!, out _)!.ToPattern(),
        SecretGroup = 0,
        Validator = null,
        EntropyFloor = 0,
        Generic = false,
        ExceptRoles = [],
    };

    // Examples of the rule, whole and cut, with what may stand between tokens.
    private static string Text(DetectionRule rule, Random random)
    {
        string[] pieces = [.. RuleExamples.Positives(rule, 10), .. RuleExamples.Negatives(rule)];
        var text = new StringBuilder("~\n");
        while (text.Length < MostBytes)
        {
            var piece = pieces[random.Next(pieces.Length)];
            text.Append(Between[random.Next(Between.Length)]).Append(random.Next(4) == 0 ? piece[random.Next(piece.Length)..] : piece);
        }

        return text.ToString();
    }

    // One byte of real context on each side of a window, as the rules have.
    private static IEnumerable<(int Start, int End)> Matches(Regex regex, DetectionRule rule, byte[] text)
    {
        for (var start = 0; start < text.Length; start++)
        {
            var from = Math.Max(0, start - 1);
            var to = Math.Min(text.Length, start + rule.WindowBytes + 1);
            var window = new char[to - from];
            ByteText.Widen(text.AsSpan(from, to - from), window);
            var match = regex.Match(new string(window), start - from);
            if (match.Success && match.Length <= rule.WindowBytes && IsNear(rule, text, start, start + match.Length))
            {
                yield return (start, start + match.Length);
            }
        }
    }

    private static bool IsNear(DetectionRule rule, byte[] text, int start, int end)
    {
        if (rule.KeywordDistance == 0)
        {
            return true;
        }

        var near = Encoding.Latin1.GetString(text.AsSpan(Math.Max(0, start - rule.KeywordDistance), Math.Min(text.Length, end + rule.KeywordDistance) - Math.Max(0, start - rule.KeywordDistance)));
        return rule.Keywords.Any(keyword => near.Contains(keyword, StringComparison.OrdinalIgnoreCase));
    }

    private static bool[] Covered(RuleIndex index, byte[] text, DecodeOptions options)
    {
        var covered = new bool[text.Length];
        using var document = BodyDocument.Parse(text);
        document.IsJson.ShouldBeFalse();
        var collector = new FindingCollector(document);
        var counters = new ScanCounters();
        TextDecoder.Expand(document, options, collector, counters);
        index.Scan(document, collector, counters);
        foreach (var span in collector.ToFindings().SelectMany(collector.Occurrences).Select(occurrence => occurrence.Span!.Value))
        {
            covered.AsSpan(span.Start, span.Length).Fill(true);
        }

        return covered;
    }
}
