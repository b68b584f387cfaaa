using System.Text;
using LumenArgus.Abstractions.Model;
using LumenArgus.Scanning.Fields;

namespace LumenArgus.Tests.Scanning;

public class BodyDocumentSpanTests
{
    [Theory]
    [InlineData("""["abc"]""", 1, 1, "b")]
    [InlineData("""["a\nbc"]""", 1, 1, @"\n")]
    [InlineData("""["a\nbc"]""", 2, 2, "bc")]
    [InlineData("""["a\u00e9b"]""", 1, 1, @"\u00e9")]
    [InlineData("""["a\u00e9b"]""", 2, 1, @"\u00e9")]
    [InlineData("""["\ud83d\ude00x"]""", 1, 2, @"\ud83d\ude00")]
    [InlineData("""["\ud83d\ude00x"]""", 4, 1, "x")]
    [InlineData("""["é!"]""", 1, 1, "é")]
    public void ToBodySpan_PartOfText_CoversWholeEscapesAndCharacters(string body, int start, int length, string expected)
    {
        var bytes = Encoding.UTF8.GetBytes(body);
        var span = BodyDocument.Parse(bytes).ToBodySpan(0, start, length);

        Encoding.UTF8.GetString(bytes.AsSpan(span.Start, span.Length)).ShouldBe(expected);
    }

    [Fact]
    public void ToBodySpan_LongEscapedText_MapsEveryOffset()
    {
        var body = Encoding.UTF8.GetBytes("[\"" + string.Concat(Enumerable.Range(0, 3000).Select(i => $"l{i}\\n\\u0041\\\"")) + "\"]");
        var document = BodyDocument.Parse(body);
        var text = document.Utf8(0);

        for (var i = 0; i < text.Length; i += 7)
        {
            var span = document.ToBodySpan(0, i, 1);
            var again = BodyDocument.Parse((byte[])[.. "[\""u8, .. body.AsSpan(span.Start, span.Length), .. "\"]"u8]);
            again.Utf8(0).ToArray().ShouldBe([text[i]]);
        }
    }

    [Theory]
    [InlineData("""{"content":[{"type":"thinking","thinking":"@","signature":"s"}]}""", true)]
    [InlineData("""{"content":[{"thinking":"@","type":"redacted_thinking"}]}""", true)]
    [InlineData("""{"content":[{"thinking":"@","type":"thinking","type":"text"}]}""", true)]
    [InlineData("""{"input":[{"type":"reasoning","encrypted_content":"@"}]}""", true)]
    [InlineData("""{"content":[{"type":"text","text":"@"},{"type":"thinking","thinking":""}]}""", false)]
    public void IsImmutable_Place_IsInsideSignedBlock(string body, bool expected)
    {
        var at = Encoding.UTF8.GetBytes(body).AsSpan().IndexOf((byte)'@');

        BodyDocument.Parse(Encoding.UTF8.GetBytes(body)).IsImmutable(new ByteSpan(at, 1)).ShouldBe(expected);
    }
}
