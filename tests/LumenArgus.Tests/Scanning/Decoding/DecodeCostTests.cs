using System.Text;
using LumenArgus.Scanning.Rules;

namespace LumenArgus.Tests.Scanning.Decoding;

public class DecodeCostTests
{
    private static readonly RuleIndex All = TestRules.Index([.. TestRules.All]);

    public static TheoryData<string> Pumps() =>
    [
        "%25", "%2525", "%41a", "%", "\\u005c", "\\\\u005cu0041", "\\\\u0041", "\\\\", "\\\\\\n", "=3D", "=3D=3D41", "=\\n", "&amp;", "&#38;amp;", "&", "&#",
        "QUtJQQ==", "QUtJQUtJQUtJQUtJQUtJ", "QUtJQUtJQUtJQUtJQUtJ\\n", "QUtJQUtJQUtJQUtJQUtJ,", "a", "/", "41 ", "41:", "0x41, ", "41", "4 ", "41-4142 ",
        "\\\" + \\\"", "a\\\" + \\\"", "'a'", "\\\"", "' ", "x' + 'y", "\u200B", "a\u200B", "а", "aа", "漢", "Ａ", "e\u0301",
        "ghp_%41", "AKIA&#65;", "secret = '%41' + 'QUtJQUtJQUtJQUtJQUtJ' ",
        "a -- b ", "--- ", "a b\\n--- ---\\n", "a | b\\n---|---\\n", "x].join(\\\"\\\") ", "a,b\\n",
    ];

    [Theory]
    [MemberData(nameof(Pumps))]
    public void Scan_TwiceTheText_DecodesAndScansTwiceAsMuch(string pump)
    {
        foreach (var frame in new[] { "{0}", "[\"{0}\"]" })
        {
            var once = Cost(frame.Replace("{0}", Repeat(pump, 30_000), StringComparison.Ordinal));
            var twice = Cost(frame.Replace("{0}", Repeat(pump, 60_000), StringComparison.Ordinal));

            twice.ShouldBeLessThan((once * 2.1) + 10_000);
        }
    }

    [Theory]
    [MemberData(nameof(Pumps))]
    public void Scan_AnyText_DecodesAtMostAFewTimesAsMuch(string pump)
    {
        var body = Encoding.UTF8.GetBytes($"[\"{Repeat(pump, 60_000)}\"]");
        var counters = Decoded.Run(body).Counters;

        counters.DecodedBytes.ShouldBeLessThan(8 * body.Length);
        counters.ViewBytes.ShouldBeLessThan(8 * body.Length);
    }

    [Fact]
    public void Scan_EncodingsInsideEachOther_CostNoMoreThanTheOutermost()
    {
        var text = Encoding.ASCII.GetBytes(Repeat("some words of text ", 20_000));
        for (var i = 0; i < 5; i++)
        {
            text = Encoding.ASCII.GetBytes(Convert.ToBase64String(text));
        }

        Decoded.Run([(byte)'"', .. text, (byte)'"'], new() { MaxDepth = 5 }).Counters.DecodedBytes.ShouldBeLessThan(4 * text.Length);
    }

    [Theory]
    [InlineData("\"a\",")]
    [InlineData("\"\",")]
    [InlineData("\"ab \",")]
    [InlineData("{\"text\":\"a\"},")]
    [InlineData("{\"content\":\"abcdefgh\"},[\"x\"],")]
    [InlineData("{\"QUtJQUtJQUtJQUtJQUtJ\":\"QUtJQUtJQUtJQUtJQUtJ\"},")]
    public void Scan_ManyShortStrings_CostTwiceForTwiceAsMany(string element)
    {
        var once = Cost("[" + Repeat(element, 30_000) + "1]");
        var twice = Cost("[" + Repeat(element, 60_000) + "1]");

        twice.ShouldBeLessThan((once * 2.1) + 10_000);
    }

    private static string Repeat(string pump, int length) => string.Concat(Enumerable.Repeat(pump, length / pump.Length));

    private static double Cost(string body)
    {
        var counters = Decoded.Run(body, index: All).Counters;
        return counters.BytesScanned + counters.DecodedBytes + counters.ViewBytes + counters.PairBytes + counters.KeywordCandidates + counters.WindowBytes
            + counters.RegexBytes + counters.SpanMatcherSteps;
    }
}
