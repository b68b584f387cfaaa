using System.Text;
using LumenArgus.Abstractions.Model;
using LumenArgus.Scanning.Fields;

namespace LumenArgus.Tests.Scanning;

public class BodyDocumentTests
{
    private static BodyDocument Parse(string body) => BodyDocument.Parse(Encoding.UTF8.GetBytes(body));

    private static string[] Texts(string body)
    {
        var document = Parse(body);
        return [.. Enumerable.Range(0, document.Count).Select(i => Encoding.UTF8.GetString(document.Utf8(i)))];
    }

    [Theory]
    [InlineData("""{"a":"x","a":"y"}""", "a|x|a|y")]
    [InlineData("""{"n":1e400,"m":-0.5,"t":true,"z":null,"i":NaN,"s":"v"}""", "n|m|t|z|i|s|v")]
    [InlineData("""["\u0041\n\"\\\/","\ud83d\ude00"]""", "A\n\"\\/|😀")]
    [InlineData("""["\ud83d x","\ude00"]""", "\ufffd x|\ufffd")]
    [InlineData("""["\q \u12", "ok"]""", "\\q \\u12|ok")]
    [InlineData("\uFEFF[\"x\"]", "x")]
    [InlineData("{\"a\":\"x\"}\n{\"a\":\"y\"}\n", "a|x|a|y")]
    [InlineData("[\"x\"][\"y\"]", "x|y")]
    [InlineData("[\"a\",]", "a")]
    [InlineData("[\"line\nbreak\"]", "line\nbreak")]
    [InlineData("{\"card\":4111111111111111,\"n\":12345678}", "card|4111111111111111|n")]
    [InlineData("\"only\"", "only")]
    [InlineData("[\"cut\",\"off", "cut|\"off")]
    [InlineData("{\"a\":\"x\"", "a|x")]
    public void Parse_LenientJson_GivesEveryText(string body, string expected) => string.Join('|', Texts(body)).ShouldBe(expected);

    [Theory]
    [InlineData("plain text", "plain text")]
    [InlineData("555-12-3456 is mine", "555-12-3456 is mine")]
    [InlineData("\"password\" = \"x\"", "\"password\" = \"x\"")]
    [InlineData("{\"password\" = \"x\"}", "password|\"password\" = \"x\"}")]
    [InlineData("{\"k\":123-45-6789x}", "k|123-45-6789|123-45-6789x}")]
    [InlineData("{\"a\":\"x\"} tail", "a|x| tail")]
    [InlineData("[1,2]]", "]")]
    public void Parse_NotJson_GivesTheRestAsText(string body, string expected)
    {
        string.Join('|', Texts(body)).ShouldBe(expected);
        Parse(body).IsJson.ShouldBeFalse();
    }

    [Theory]
    [InlineData("")]
    [InlineData("  \r\n")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("\uFEFF")]
    public void Parse_NothingInIt_GivesNoField(string body) => Parse(body).Count.ShouldBe(0);

    [Fact]
    public void Parse_InvalidUtf8_KeepsBytes()
    {
        byte[] body = [(byte)'[', (byte)'"', 0xFF, 0xC3, (byte)'"', (byte)']'];

        BodyDocument.Parse(body).Utf8(0).ToArray().ShouldBe([0xFF, 0xC3]);
    }

    [Fact]
    public void Parse_DeepNesting_ReadsTheInnermost()
    {
        var document = Parse(new string('[', 200_000) + "\"deep\"" + new string(']', 200_000));

        document.Count.ShouldBe(1);
        document.IsJson.ShouldBeTrue();
        document.PathOf(0).ShouldStartWith("…[0]");
        document.RoleOf(0).ShouldBe(FieldRole.Unknown);
    }

    [Fact]
    public void Parse_NestingBeyondTheLimit_GivesTheRestAsText()
    {
        var document = Parse(new string('[', 1_100_000) + "\"deep\"");

        Encoding.UTF8.GetString(document.Utf8(0)).ShouldEndWith("\"deep\"");
        document.IsJson.ShouldBeFalse();
    }

    [Theory]
    [InlineData("""{"messages":[{"content":[{"x":1},{"text":"@"}]}]}""", "messages[0].content[1].text")]
    [InlineData("""{"a b":{"c\"d":"@"}}""", """["a b"]["c\"d"]""")]
    [InlineData("""{"@":1}""", """["@"]""")]
    [InlineData("""{"x\u001b[2J":"@"}""", """["x\u001b[2J"]""")]
    [InlineData("""[["@"]]""", "[0][0]")]
    [InlineData("{\"a\":1}\n{\"a\":\"@\"}", "#2.a")]
    [InlineData("@", "body")]
    public void PathOf_Field_IsItsPlace(string body, string expected)
    {
        var document = Parse(body);
        var field = Enumerable.Range(0, document.Count).Last(i => document.Utf8(i).IndexOf((byte)'@') >= 0);

        document.PathOf(field).ShouldBe(expected);
    }

    [Fact]
    public void PathOf_LongOrMaskedName_HidesIt()
    {
        var document = Parse("{\"" + new string('k', 65) + "\":{\"secret-name\":\"v\"}}");
        document.MaskName(1);

        document.PathOf(2).ShouldBe("[*][*]");
    }

    [Fact]
    public void Lookup_Names_FindsLastOfEach()
    {
        var document = Parse("""{"model":"old","metadata":{"user_id":"u1"},"messages":[{"content":"hello"}],"model":"new"}""");

        document.GetTopLevelString("model").ShouldBe("new");
        document.GetTopLevelString("metadata").ShouldBeNull();
        document.TryGetString(["metadata", "user_id"], 10, out var user).ShouldBeTrue();
        user.ShouldBe("u1");
        document.TryGetString(["messages", "0", "content"], 4, out var content).ShouldBeTrue();
        content.ShouldBe("hell");
        document.TryGetString(["messages", "1", "content"], 4, out _).ShouldBeFalse();
        document.HasTopLevelProperty("messages").ShouldBeTrue();
        document.HasTopLevelProperty("content").ShouldBeFalse();
    }
}
