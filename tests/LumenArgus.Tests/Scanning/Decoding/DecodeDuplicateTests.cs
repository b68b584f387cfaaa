using System.Text;
using LumenArgus.Abstractions.Model;
using LumenArgus.Scanning.Rules;

namespace LumenArgus.Tests.Scanning.Decoding;

public class DecodeDuplicateTests
{
    private static readonly RuleIndex All = TestRules.Index([.. TestRules.All]);

    [Theory]
    [InlineData("see %41 beside @")]
    [InlineData("@ = 'a' + 'b'")]
    [InlineData("@ caf\u0435123456 ")]
    [InlineData("x &amp; @ \\\\u0041")]
    public void Scan_PlainTokenNearAnEncodedCharacter_CountsOnce(string text)
    {
        var result = Decoded.Run($"[\"{text.Replace("@", Decoded.GitHub, StringComparison.Ordinal)}\"]");

        result.Only("github_token").Count.ShouldBe(1);
        result.Findings[0].Location.ShouldBe("[0]");
    }

    [Fact]
    public void Scan_RuleThatMatchesTheEncodedFormToo_CountsOnce()
    {
        var result = Decoded.Run("""["john%2Edoe@example.com"]""", index: All);

        result.Only("email").Count.ShouldBe(1);
    }

    [Fact]
    public void Scan_GenericMatchOfTheEncodedForm_GivesWayToWhatIsInside()
    {
        var encoded = Convert.ToBase64String(Encoding.ASCII.GetBytes(Decoded.GitHub));
        var result = Decoded.Run($$"""["token: '{{encoded}}'"]""", index: All);

        result.Findings.Select(f => f.Type).ShouldBe(["github_token"]);
        result.Raw(result.Findings[0]).ShouldBe(encoded);
    }

    [Fact]
    public void Scan_PlainAndEncodedCopies_AreOneFindingWithBothPlaces()
    {
        var encoded = Convert.ToBase64String(Encoding.ASCII.GetBytes(Decoded.GitHub));
        var result = Decoded.Run($$"""{"a":"{{Decoded.GitHub}}","b":"{{encoded}}"}""");
        var finding = result.Only("github_token");

        finding.Count.ShouldBe(2);
        result.Collector.Occurrences(finding).Select(f => f.Location).ShouldBe(["a", "b[base64]"]);
        result.Collector.Occurrences(finding).Select(result.Raw).ShouldBe([Decoded.GitHub, encoded]);
    }

    [Fact]
    public void Scan_EncodedValueOfANamedProperty_IsReadWithItsName()
    {
        var encoded = Convert.ToBase64String(Encoding.ASCII.GetBytes("correct-horse-battery-9"));
        var result = Decoded.Run($$"""{"api_secret":"{{encoded}}"}""", index: TestRules.Index(
            TestRules.Rule("assigned", """(?i)secret"?\s{0,4}[:=]\s{0,4}"([a-z-]{8,40}\d)" """.TrimEnd()) with { SecretGroup = 1, Keywords = ["secret"], Generic = true }));

        result.Only("assigned").Location.ShouldBe("api_secret[base64]");
        result.Raw(result.Findings[0]).ShouldBe(encoded);
    }

    [Fact]
    public void Scan_EncodedValueAfterAnAssignmentInText_IsReadWithItsName()
    {
        var encoded = Convert.ToBase64String(Encoding.ASCII.GetBytes("correct-horse-battery-9"));
        var result = Decoded.Run($$"""["api_secret = '{{encoded}}'"]""", index: TestRules.Index(
            TestRules.Rule("assigned", """(?i)secret\s{0,4}=\s{0,4}'([a-z-]{8,40}\d)'""") with { SecretGroup = 1, Keywords = ["secret"], Generic = true }));

        result.Raw(result.Only("assigned")).ShouldBe(encoded);
    }

    [Fact]
    public void Scan_TokenInAnEncodedPropertyName_IsNotInTheLocation()
    {
        var encoded = Convert.ToBase64String(Encoding.ASCII.GetBytes(Decoded.GitHub));

        Decoded.Run($$"""{"{{encoded}}":1}""").Only("github_token").Location.ShouldBe("[*][base64]");
    }

    [Fact]
    public void Batch_View_KnowsItsChainRoleAndPath()
    {
        var encoded = Convert.ToBase64String(Encoding.ASCII.GetBytes("a sentence to be read"));
        var result = Decoded.Run($$"""{"messages":[{"role":"user","content":"{{encoded}}"}]}""");
        var batch = new ScanBatch(result.Document, "anthropic", null, SessionContext.Empty);
        var view = batch[batch.Count - 1];

        view.DecodeChain.ShouldBe("[base64]");
        view.Path.ShouldBe("messages[0].content[base64]");
        view.Role.ShouldBe(FieldRole.User);
        view.Text.ToString().ShouldBe("a sentence to be read");
    }
}
