using System.Text;
using LumenArgus.Abstractions.Model;
using LumenArgus.Scanning.Edits;
using LumenArgus.Scanning.Fields;
using LumenArgus.Scanning.Fields.Forms;
using LumenArgus.Tests.Scanning.Decoding;

namespace LumenArgus.Tests.Scanning.Forms;

public sealed class UrlEncodedTests
{
    private const string Form = "application/x-www-form-urlencoded; charset=UTF-8";
    private const string Token = Decoded.GitHub;

    [Theory]
    [InlineData("a=b&prompt=say+@+now", "body[prompt]")]
    [InlineData("@=b", "body[*]")]
    [InlineData("=@", "body[0]")]
    [InlineData("a&b=@", "body[b]")]
    [InlineData("a=b&&c=@\r\n", "body[c]")]
    public void Scan_TokenInAnyPlace_IsFoundWithItsPath(string body, string path)
    {
        Run(body.Replace("@", Token, StringComparison.Ordinal)).Only("github_token").Location.ShouldBe(path);
    }

    [Fact]
    public void Scan_EscapedValue_IsFoundWithItsExactBytes()
    {
        var escaped = string.Concat(Token.Select(static c => c is '_' or 'k' ? Uri.HexEscape(c) : c.ToString()));
        var result = Run($"prompt=say+{escaped}+now");
        var finding = result.Only("github_token");
        finding.Location.ShouldBe("body[prompt][url]");
        result.Raw(finding).ShouldBe(escaped);
    }

    [Fact]
    public void Scan_BlanksOfAForm_AreBlanks()
    {
        var index = TestRules.Index(new DetectionRule { Name = "door", Detector = "secrets", Pattern = @"my door [0-9]{4}", Keywords = ["door"], Severity = Severity.High });
        Decoded.RunTyped("prompt=my+door+1234"u8.ToArray(), Form, index: index).Only("door").Location.ShouldBe("body[prompt][url]");
    }

    [Fact]
    public void Scan_EncodedInsideTheForm_IsDecodedToo()
    {
        var inner = Uri.EscapeDataString(Convert.ToBase64String(Encoding.ASCII.GetBytes($"token = {Token}??>>>")));
        Run($"data={inner}").Only("github_token").Location.ShouldStartWith("body[data]");
    }

    // Command line tools send this type with whatever they are given.
    [Theory]
    [InlineData("""{"messages":[{"role":"user","content":"@"}]}""", "messages[0].content")]
    [InlineData("x = 1 & y\nkey = @\n", "body")]
    [InlineData("100%=@", "body")]
    [InlineData("@", "body")]
    public void Parse_TypeThatLies_IsReadAsItIs(string body, string path)
    {
        Run(body.Replace("@", Token, StringComparison.Ordinal)).Only("github_token").Location.ShouldBe(path);
    }

    [Fact]
    public void Apply_EditOfAValue_IsEscapedLikeAForm()
    {
        var result = Run($"a=1&prompt=say+{Token}+now&b=2");
        var edit = new SpanEdit(result.Only("github_token").Span!.Value, "[gone & lost]");
        Encoding.ASCII.GetString(SpanEditor.Apply(result.Document, [edit]).Body.ShouldNotBeNull()).ShouldBe("a=1&prompt=say+%5Bgone%20%26%20lost%5D+now&b=2");
    }

    [Fact]
    public void Parse_Values_AreLookedUpByName()
    {
        using var document = BodyDocument.Parse("model=gpt-x&input=hello"u8.ToArray(), format: BodyFormat.Of(Form));
        document.GetTopLevelString("model").ShouldBe("gpt-x");
        document.RoleOf(3).ShouldBe(FieldRole.User);
        document.IsFormBody.ShouldBeTrue();
    }

    private static DecodeResult Run(string body) => Decoded.RunTyped(Encoding.ASCII.GetBytes(body), Form);
}
