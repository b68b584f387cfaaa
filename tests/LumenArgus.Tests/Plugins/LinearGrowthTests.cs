using System.Text;
using LumenArgus.Scanning.Fields;
using LumenArgus.Scanning.Findings;
using LumenArgus.Scanning.Rules;

namespace LumenArgus.Tests.Plugins;

/// <summary>Linear time with the real rules: twice the text costs at most twice the work, as one field, as a text body and as a conversation.</summary>
public sealed class LinearGrowthTests
{
    private const int Bytes = 16_000;

    private static readonly RuleIndex Index = RuleRunner.Build(PluginUnderTest.All).Index;

    private static readonly string[] Pumps = ["a", "okta", "-----BEGIN ", "http://", "A", "0", "=", "\"", "eyJ", "a.", "a@", "1-", "secret=", "key: "];

    public static TheoryData<string> Units =>
        [.. Pumps.Concat(PluginUnderTest.All.Rules.SelectMany(static rule => rule.Keywords)).Distinct(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Units))]
    public void Scan_AField_GrowsLinearly(string unit) => ShouldGrowLinearly(unit, static text => $$"""{"messages":[{"role":"user","content":{{Json(text)}}}]}""");

    [Theory]
    [MemberData(nameof(Units))]
    public void Scan_ABody_GrowsLinearly(string unit) => ShouldGrowLinearly(unit, static text => text);

    [Theory]
    [MemberData(nameof(Units))]
    public void Scan_AConversation_GrowsLinearly(string unit) => ShouldGrowLinearly(unit, static text =>
        "{\"messages\":[" + string.Join(',', text.Chunk(80).Select(static piece => $$"""{"role":"user","content":{{Json(new string(piece))}}}""")) + "]}");

    private static void ShouldGrowLinearly(string unit, Func<string, string> shape)
    {
        var once = Cost(shape(Repeat(unit, Bytes)));
        var twice = Cost(shape(Repeat(unit, 2 * Bytes)));

        // A constant for what is paid once; the share above two for the borders of windows.
        ((double)twice).ShouldBeLessThanOrEqualTo((2.1 * once) + 1_000);
    }

    private static long Cost(string body)
    {
        var document = BodyDocument.Parse(Encoding.UTF8.GetBytes(body));
        var counters = new ScanCounters();
        Index.Scan(document, new FindingCollector(document), counters);
        return counters.SpanMatcherSteps + counters.WindowBytes + counters.RegexBytes + counters.BytesScanned;
    }

    private static string Repeat(string unit, int bytes) => string.Concat(Enumerable.Repeat(unit, bytes / unit.Length));

    private static string Json(string text) => "\"" + text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)
        .Replace("\n", "\\n", StringComparison.Ordinal) + "\"";
}
