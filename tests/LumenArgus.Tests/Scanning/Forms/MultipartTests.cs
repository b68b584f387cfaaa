using System.Text;
using LumenArgus.Abstractions.Model;
using LumenArgus.Scanning.Edits;
using LumenArgus.Scanning.Fields;
using LumenArgus.Scanning.Fields.Forms;
using LumenArgus.Tests.Scanning.Decoding;

namespace LumenArgus.Tests.Scanning.Forms;

public sealed class MultipartTests
{
    private const string Token = Decoded.GitHub;

    public static TheoryData<string, string, string> Slots => new()
    {
        { "value", Body(static body => body.Field("prompt", $"say {Token} now")), "body[prompt]" },
        { "part without a name", Body(static body => body.Part("", $"say {Token} now")), "body[0]" },
        { "second part without a name", Body(static body => body.Part("", "x").Part("X-A: b", $"say {Token} now")), "body[1]" },
        { "name", Body(static body => body.Field(Token, "x")), "body[*]" },
        { "file name", Body(static body => body.Part($"Content-Disposition: form-data; name=\"f\"; filename=\"{Token}.txt\"", "x")), "body[f]" },
        { "header", Body(static body => body.Part($"Content-Disposition: form-data; name=\"f\"\r\nX-Note: {Token}", "x")), "body[f]" },
        { "header before the name", Body(static body => body.Part($"X-Note: {Token}\r\nContent-Disposition: form-data; name=\"f\"", "x")), "body[f]" },
        { "preamble", Encoding.Latin1.GetString(new MultipartBody().Raw($"{Token}\r\n").Field("a", "b").End()), "body" },
        { "epilogue", Encoding.Latin1.GetString(new MultipartBody().Field("a", "b").End($"\r\n{Token}")), "body" },
        { "behind the last boundary", Encoding.Latin1.GetString(new MultipartBody().Field("a", "b").End($" {Token}")), "body[a]" },
        { "no end", $"--XyZ\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nsay {Token}", "body[a]" },
        { "no blank line", $"--XyZ\r\nContent-Disposition: form-data; name=\"a\"\r\nsay {Token}\r\n--XyZ--", "body[a]" },
        { "bare line feeds", $"--XyZ\nContent-Disposition: form-data; name=\"a\"\n\nsay {Token}\n--XyZ--\n", "body[a]" },
        { "JSON", Body(static body => body.Field("payload", $$"""{"messages":[{"role":"user","content":"say {{Token}}"}]}""")), "body[payload].messages[0].content" },
        { "JSON lines", Body(static body => body.Field("file", $$$"""
            {"a":"b"}
            {"c":{"d":"say {{{Token}}}"}}
            """)), "body[file].c.d" },
        { "broken JSON", Body(static body => body.Field("file", $$"""{"a":"b"} {"c": say {{Token}} """)), "body[file]" },
        { "multipart in it", Body(static body => body.Part(
            "Content-Disposition: form-data; name=\"outer\"\r\nContent-Type: multipart/mixed; boundary=in",
            $"--in\r\nContent-Disposition: attachment; name=\"inner\"\r\n\r\nsay {Token}\r\n--in--")), "body[outer][inner]" },
        { "name in other spelling", Body(static body => body.Part("content-disposition:form-data;name=prompt", $"say {Token}")), "body[prompt]" },
        { "folded header", Body(static body => body.Part("Content-Disposition: form-data;\r\n name=\"prompt\"", $"say {Token}")), "body[prompt]" },
        { "boundary in a word", Body(static body => body.Field("a", $"--XyZmore\r\nsay {Token}")), "body[a]" },
    };

    [Theory]
    [MemberData(nameof(Slots))]
    public void Scan_TokenInAnySlot_IsFoundWithItsPlace(string slot, string body, string path)
    {
        var result = Run(Encoding.Latin1.GetBytes(body));
        var finding = result.Only("github_token");
        finding.Location.ShouldBe(path, slot);
        result.Raw(finding).ShouldBe(Token);
    }

    [Fact]
    public void Scan_File_IsASourceFileAndADocument()
    {
        using var document = Parse(new MultipartBody()
            .Part("Content-Disposition: form-data; name=\"f\"; filename=\"C:\\keys\\site.pem\"\r\nContent-Type: text/plain", "some words")
            .Part("Content-Disposition: form-data; name=\"g\"; filename=\"empty.env\"", "")
            .Part("Content-Disposition: form-data; name=\"h\"; filename=\"a.jsonl\"", """{"a":"b"}""")
            .Field("model", "whisper").End());

        document.SourceFiles.Select(static file => file.Name).ShouldBe([@"C:\keys\site.pem", "empty.env", "a.jsonl"]);
        document.GetTopLevelString("model").ShouldBe("whisper");
        var content = FieldOf(document, "some words");
        document.SourceFileOf(content).ShouldBe(@"C:\keys\site.pem");
        document.RoleOf(content).ShouldBe(FieldRole.Document);
        document.SourceFileOf(FieldOf(document, "b")).ShouldBe("a.jsonl");
        document.SourceFileOf(FieldOf(document, "whisper")).ShouldBeNull();
    }

    [Theory]
    [InlineData("multipart/form-data; boundary=other")]
    [InlineData("multipart/form-data")]
    [InlineData("application/json")]
    [InlineData(null)]
    public void Parse_TypeThatLies_IsDividedByWhatIsThere(string? contentType)
    {
        var body = new MultipartBody("-----8a").Field("prompt", $"say {Token}").End();
        Decoded.RunTyped(body, contentType).Only("github_token").Location.ShouldBe("body[prompt]");
    }

    [Theory]
    [InlineData("multipart/form-data; boundary=XyZ", """{"a":"@"}""", "a")]
    [InlineData("multipart/form-data; boundary=XyZ", "say @", "body")]
    [InlineData("multipart/form-data; boundary=XyZ", "---\nname: @\n", "body")]
    [InlineData("multipart/form-data; boundary=\"\"", "--\r\n@", "body")]
    [InlineData(null, "---\nname: @\n---\n", "body")]
    public void Parse_BodyThatIsNoMultipart_IsReadAsItIs(string? contentType, string body, string path)
    {
        var result = Decoded.RunTyped(Encoding.Latin1.GetBytes(body.Replace("@", Token, StringComparison.Ordinal)), contentType);
        result.Only("github_token").Location.ShouldBe(path);
    }

    [Fact]
    public void Scan_BoundaryThatNoHeaderNames_IsTextItself()
    {
        var body = new MultipartBody(Token).Field("a", "b").End();
        Decoded.RunTyped(body, contentType: null).Only("github_token").Location.ShouldBe("body");
    }

    // What the table says of itself: nothing is left out but the boundary and blanks, nothing is there twice.
    [Fact]
    public void Parse_RandomBodies_TileTheWholeBody()
    {
        var random = new Random(20261130);
        for (var i = 0; i < 2_000; i++)
        {
            var body = RandomBody(random);
            using var document = Parse(body);
            var covered = new int[body.Length];
            for (var field = 0; field < document.FieldCount; field++)
            {
                ref readonly var entry = ref document.Table.Fields[field];
                for (var at = entry.RawStart; at < entry.RawStart + entry.RawLength; at++)
                {
                    covered[at]++;
                }
            }

            covered.ShouldAllBe(static count => count <= 1, $"body {i}");
            var left = string.Concat(body.Select((value, at) => covered[at] == 0 ? (char)value : ' '));
            left.Split([' ', '\r', '\n', '\t'], StringSplitOptions.RemoveEmptyEntries).ShouldAllBe(static word => word == "--XyZ" || word == "--XyZ--", $"body {i}");
            document.TextBytes.ShouldBeLessThanOrEqualTo(body.Length);
        }
    }

    [Fact]
    public void Parse_ManyParts_CostsNoMoreThanItsBytes()
    {
        var body = new MultipartBody();
        for (var i = 0; i < 20_000; i++)
        {
            body.Field("a", "b");
        }

        using var document = Parse(body.End());
        document.FieldCount.ShouldBeLessThanOrEqualTo(4 * 20_000 + 2);
        document.TextBytes.ShouldBeLessThan(document.Body.Length);
    }

    [Fact]
    public void Apply_EditOfAPart_IsWrittenAsItIs()
    {
        var body = new MultipartBody().Field("prompt", $"say {Token} \"now\"").Field("payload", $$"""{"a":"{{Token}}"}""").End();
        var result = Run(body);
        var edits = result.Collector.Occurrences(result.Only("github_token")).Select(static place => new SpanEdit(place.Span!.Value, "[\"gone\"]")).ToList();

        var edited = SpanEditor.Apply(result.Document, edits).Body.ShouldNotBeNull();

        Encoding.Latin1.GetString(edited).ShouldBe(Encoding.Latin1.GetString(
            new MultipartBody().Field("prompt", "say [\"gone\"] \"now\"").Field("payload", """{"a":"[\"gone\"]"}""").End()));
    }

    private static string Body(Action<MultipartBody> fill)
    {
        var body = new MultipartBody();
        fill(body);
        return Encoding.Latin1.GetString(body.End());
    }

    private static DecodeResult Run(byte[] body) => Decoded.RunTyped(body, new MultipartBody().ContentType);

    private static BodyDocument Parse(byte[] body) => BodyDocument.Parse(body, format: BodyFormat.Of(new MultipartBody().ContentType));

    private static int FieldOf(BodyDocument document, string text) =>
        Enumerable.Range(0, document.FieldCount).Single(field => Encoding.UTF8.GetString(document.Utf8(field)) == text);

    private static byte[] RandomBody(Random random)
    {
        string[] pieces =
        [
            "--XyZ", "\r\n", "\n", "--XyZ\r\n", "--XyZ--", "\r\n--XyZ\r\n", "\r\n\r\n", "Content-Disposition: form-data; name=\"a\"", "; filename=x", "name=\"", "\"", ";", "=", ":",
            "words", "XyZ", "--", "Content-Type: multipart/mixed; boundary=XyZ\r\n", "content-transfer-encoding: base64\r\n", "\\\"", "\t", " ", "é",
        ];
        var body = new StringBuilder("--XyZ\r\n");
        for (var i = random.Next(30); i > 0; i--)
        {
            body.Append(pieces[random.Next(pieces.Length)]);
        }

        return Encoding.Latin1.GetBytes(body.ToString());
    }
}
