using System.Text;

namespace LumenArgus.Tests.Scanning.Decoding;

public class NormalizationTests
{
    public static TheoryData<string, string> Disguises() => new()
    {
        { "zero width", Each(c => c + "\u200B") },
        { "soft hyphen", Each(c => c + "\u00AD") },
        { "joiner and mark", Each(c => "\u2060\uFEFF" + c) },
        { "direction", "\u202E" + Each(c => "\u2066" + c) + "\u202C" },
        { "variation selector", Each(c => c + "\uFE0F\uDB40\uDD00") },
        { "tags", Each(c => char.ConvertFromUtf32(0xE0000 + c[0])) },
        { "combining", Each(c => c + "\u0332\u20E3") },
        { "wide", Each(c => ((char)(c[0] + 0xFEE0)).ToString()) },
        { "mathematical", Each(c => char.IsAsciiLetterUpper(c[0]) ? char.ConvertFromUtf32(0x1D400 + c[0] - 'A')
            : char.IsAsciiLetterLower(c[0]) ? char.ConvertFromUtf32(0x1D41A + c[0] - 'a')
            : char.IsAsciiDigit(c[0]) ? char.ConvertFromUtf32(0x1D7CE + c[0] - '0') : c) },
        { "one letter", Decoded.GitHub.Replace("p", "р", StringComparison.Ordinal) },
        { "cyrillic", Decoded.GitHub.Replace('p', 'р').Replace('c', 'с').Replace('A', 'А').Replace('T', 'Т') },
        { "greek", Decoded.GitHub.Replace('A', 'Α').Replace('Z', 'Ζ').Replace('H', 'Η') },
        { "low line", Decoded.GitHub.Replace('_', '\uFF3F') },
    };

    [Theory]
    [MemberData(nameof(Disguises))]
    public void Scan_DisguisedToken_IsFoundWithItsSpan(string name, string disguised)
    {
        name.ShouldNotBeEmpty();
        var result = Decoded.Run("[" + "\"before " + disguised + " behind\"]");
        var finding = result.Only("github_token");

        finding.Value.Reveal().SequenceEqual(Decoded.GitHub).ShouldBeTrue();
        finding.Location.ShouldBe("[0][normalized]");
        disguised.Contains(result.Raw(finding), StringComparison.Ordinal).ShouldBeTrue();
        Decoded.Run(Encoding.UTF8.GetString(result.Document.Body.Span).Replace(result.Raw(finding), "", StringComparison.Ordinal)).Findings.ShouldBeEmpty();
        Decoded.Run(Encoding.UTF8.GetString(result.Document.Body.Span), new() { Unicode = false }).Findings.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("PWD=/tmp/work\\u0000HOME=/root\\u0000LC_ALL=C.UTF-8")]
    [InlineData("全角の「日本語」と、普通の文章。ＡＰＩを使う。これは秘密ではありません。")]
    [InlineData("Обычный русский текст, в котором нет ничего скрытого: сахароза, россияне, оператор.")]
    [InlineData("Ελληνικό κείμενο χωρίς τίποτα κρυμμένο.")]
    [InlineData("Déjà vu — “quoted” text, don’t care… naïve façade, Größenwahn, 50 €")]
    [InlineData("한국어 문장과 中文句子，没有秘密。👩‍👩‍👧 ❤️")]
    public void Expand_OrdinaryText_MakesNoView(string text) => Decoded.Run($"[\"{text}\"]").Counters.DecodedViews.ShouldBe(0);

    [Fact]
    public void Scan_DisguiseInsideAnEncoding_IsUndone()
    {
        var encoded = Convert.ToBase64String(Encoding.UTF8.GetBytes(Each(c => c + "\u200B")));

        Decoded.Run($"[\"{encoded}\"]").Only("github_token").Location.ShouldBe("[0][base64][normalized]");
    }

    [Fact]
    public void Scan_InvisibleCharactersInsideBase64_AreRemovedFirst()
    {
        var encoded = string.Concat(Convert.ToBase64String(Encoding.ASCII.GetBytes(Decoded.GitHub)).Select(c => c + "\u200B"));

        Decoded.Run($"[\"{encoded}\"]").Only("github_token").Location.ShouldBe("[0][normalized][base64]");
    }

    private static string Each(Func<string, string> change) => string.Concat(Decoded.GitHub.Select(c => change(c.ToString())));
}
