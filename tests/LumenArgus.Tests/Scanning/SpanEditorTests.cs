using System.Text;
using System.Text.Json;
using LumenArgus.Abstractions.Model;
using LumenArgus.Scanning.Edits;
using LumenArgus.Scanning.Fields;

namespace LumenArgus.Tests.Scanning;

public class SpanEditorTests
{
    [Theory]
    [InlineData("""{"a":"x @@ y", "n":1e400}""", "[R]", """{"a":"x [R] y", "n":1e400}""")]
    [InlineData("""{"a":"@@"}""", "q\"\\\n", """{"a":"q\"\\\n"}""")]
    [InlineData("text @@!", "q\"", "text q\"!")]
    [InlineData("""{"@@":1}""", "k", """{"k":1}""")]
    public void Apply_Span_ReplacesNothingElse(string body, string replacement, string expected) =>
        Encoding.UTF8.GetString(Apply(body, replacement).Body!).ShouldBe(expected);

    [Fact]
    public void Apply_LongNumber_BecomesAString() =>
        Encoding.UTF8.GetString(Edit("[4111111111111111]", new SpanEdit(new ByteSpan(1, 16), "[R]")).Body!).ShouldBe("[\"[R]\"]");

    [Theory]
    [InlineData("""{"a":"@@"}""", 4, 2, EditRefusal.OutsideString)]
    [InlineData("""{"a":"x","b":"y"}""", 6, 8, EditRefusal.OutsideString)]
    [InlineData("""{"a":"x"}""", 8, 5, EditRefusal.OutsideString)]
    [InlineData("""{"a":"x\ny"}""", 7, 1, EditRefusal.InsideEscape)]
    [InlineData("""{"a":"x\ny"}""", 8, 1, EditRefusal.InsideEscape)]
    [InlineData("""{"a":"\ud83d\ude00"}""", 6, 6, EditRefusal.InsideEscape)]
    [InlineData("""{"a":"é"}""", 6, 1, EditRefusal.InsideEscape)]
    [InlineData("""[{"type":"thinking","thinking":"xy"}]""", 32, 2, EditRefusal.Immutable)]
    public void Apply_BadSpan_IsRefused(string body, int start, int length, EditRefusal expected)
    {
        var result = Edit(body, new SpanEdit(new ByteSpan(start, length), "r"));

        result.Refusal.ShouldBe(expected);
        result.Body.ShouldBeNull();
    }

    [Fact]
    public void Apply_OverlappingEdits_AreRefused() =>
        Edit("abcdef", new SpanEdit(new ByteSpan(2, 3), "r"), new SpanEdit(new ByteSpan(0, 3), "r")).Refusal.ShouldBe(EditRefusal.Overlapping);

    [Fact]
    public void Apply_SeveralEditsInAnyOrder_GiveValidJson()
    {
        const string Body = """{"a":"one \u0074wo","b":["three"]}""";
        var document = BodyDocument.Parse(Encoding.UTF8.GetBytes(Body));
        var result = SpanEditor.Apply(document, [new SpanEdit(document.ToBodySpan(3, 0, 5), "3"), new SpanEdit(document.ToBodySpan(1, 4, 3), "\u0001")]);

        using var json = JsonDocument.Parse(result.Body);
        json.RootElement.GetProperty("a").GetString().ShouldBe("one \u0001");
        json.RootElement.GetProperty("b")[0].GetString().ShouldBe("3");
    }

    private static SpanEditResult Apply(string body, string replacement)
    {
        var start = Encoding.UTF8.GetBytes(body).AsSpan().IndexOf("@@"u8);
        return Edit(body, new SpanEdit(new ByteSpan(start, 2), replacement));
    }

    private static SpanEditResult Edit(string body, params SpanEdit[] edits) =>
        SpanEditor.Apply(BodyDocument.Parse(Encoding.UTF8.GetBytes(body)), edits);
}
