using System.Text;
using FsCheck;
using FsCheck.Fluent;
using LumenArgus.Scanning.Responses;

namespace LumenArgus.Tests.Scanning.Responses;

public class ResponseAssemblerTests
{
    [Theory]
    [MemberData(nameof(Streams.All), MemberType = typeof(Streams))]
    public void Complete_TextInParts_IsOneText(string provider)
    {
        var (shape, body) = Streams.Of(provider);
        var response = Streams.Assemble(shape, body);
        response.BytesBeyond.ShouldBe(0);
        Streams.Values(response).Count(static value => value == Streams.Text).ShouldBe(1);
    }

    [Theory]
    [InlineData(ResponseShape.Events, "data: {\"text\":\"ab\"}\n\ndata: {\"text\":\"cd\"}\n\n")]
    [InlineData(ResponseShape.Lines, "{\"text\":\"ab\"}\n{\"text\":\"cd\"}\n")]
    public void Complete_BehindAByteOrderMark_IsOneText(ResponseShape shape, string body) =>
        Streams.Values(Streams.Assemble(shape, Encoding.UTF8.GetBytes("\uFEFF" + body))).ShouldContain("abcd");

    [Fact]
    public void Append_AnyChunks_GivesTheSameTexts() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(300), Prop.ForAll(ArbMap.Default.ArbFor<int>(), seed =>
        {
            var random = new Random(seed);
            var (shape, body) = Streams.Of(Streams.Names[random.Next(Streams.Names.Length)]);
            for (var damage = random.Next(4); damage > 0; damage--)
            {
                body[random.Next(body.Length)] = (byte)random.Next(256);
            }

            var limit = random.Next(3) == 0 ? random.Next(1, body.Length) : Streams.Limit;
            var whole = Streams.Assemble(shape, body, limit);
            var assembler = ResponseAssembler.Start(shape, limit);
            for (var rest = body.AsSpan(); rest.Length > 0;)
            {
                var taken = random.Next(1, Math.Min(rest.Length, random.Next(1, 100)) + 1);
                assembler.Append(rest[..taken]);
                rest = rest[taken..];
            }

            var parts = assembler.Complete();
            return parts.Body.Span.SequenceEqual(whole.Body.Span) && parts.BytesBeyond == whole.BytesBeyond;
        }));

    [Fact]
    public void Complete_StringsOfNoText_AreAllThere()
    {
        var (shape, body) = Streams.Events(["""{"type":"unheard","deep":[{"of":["one","two"]},{"of":"three"}],"four\u0021":{"n":1}}""", "five", """{"cut": "six""", """{"type":"unheard"}"""]);
        var response = Streams.Assemble(shape, [.. ": seven\n"u8, .. body]);
        var text = Encoding.UTF8.GetString(response.Body.Span);
        foreach (var word in new[] { "unheard", "one", "two", "three", "four\\u0021", "five", "six", ": seven", "event: some" })
        {
            text.Split(word).Length.ShouldBe(2, word);
        }
    }

    [Fact]
    public void Complete_OneJsonValue_IsTheResponseItself()
    {
        var body = """{"content":[{"type":"text","text":"hello"}]}"""u8.ToArray();
        Streams.Assemble(ResponseShape.Whole, body).Body.Span.SequenceEqual(body).ShouldBeTrue();
    }

    [Fact]
    public void Complete_ArrayThatWasCut_IsTheResponseItself()
    {
        var body = """[{"candidates":[{"content":{"parts":[{"text":"hel"""u8.ToArray();
        Streams.Assemble(ResponseShape.Whole, body).Body.Span.SequenceEqual(body).ShouldBeTrue();
    }

    [Theory]
    [InlineData(ResponseShape.Events)]
    [InlineData(ResponseShape.Lines)]
    [InlineData(ResponseShape.Frames)]
    [InlineData(ResponseShape.Whole)]
    public void Complete_OverTheLimit_CountsWhatIsLeftOut(ResponseShape shape)
    {
        const int Limit = 1000;
        var text = Enumerable.Repeat((byte)'x', 5000).ToArray();
        var response = Streams.Assemble(shape, text, Limit);
        response.BytesBeyond.ShouldBeInRange(4000, 4100);
        var kept = Streams.Values(response).Sum(static value => value.Count(static c => c == 'x'));
        (kept + response.BytesBeyond).ShouldBe(5000);
    }

    [Fact]
    public void Complete_TextOverTheLimit_IsLookedAtUpToIt()
    {
        const int Limit = 1000;
        var (shape, body) = Streams.Events(Enumerable.Repeat("""{"index":0,"delta":{"text":"\\\"abc\u00e9"}}""", 200));
        var response = Streams.Assemble(shape, body, Limit);
        var text = Streams.Values(response).Single(static value => value.Contains("abc", StringComparison.Ordinal));
        text.Length.ShouldBeGreaterThan(250);
        text.ShouldBe(string.Concat(Enumerable.Repeat("\\\"abcé", 200))[..text.Length]);
        response.BytesBeyond.ShouldBeGreaterThan(0);
    }

    [Theory]
    [InlineData("""{"delta":""")]
    [InlineData("{{{{{{{{")]
    [InlineData("x")]
    public void Append_ManyBrokenEvents_AreTextAndNoExceptionsAfterTheFirstFew(string data)
    {
        var (shape, body) = Streams.Events(Enumerable.Range(0, 1000).Select(i => data + i.ToString("D4", null)));
        var text = Encoding.UTF8.GetString(Streams.Assemble(shape, body).Body.Span);
        text.ShouldContain("0000");
        text.ShouldContain("0999");
    }

    [Theory]
    [InlineData(null, ResponseShape.Whole)]
    [InlineData("application/json", ResponseShape.Whole)]
    [InlineData("text/event-stream; charset=utf-8", ResponseShape.Events)]
    [InlineData("TEXT/Event-Stream", ResponseShape.Events)]
    [InlineData("application/x-ndjson", ResponseShape.Lines)]
    [InlineData("application/vnd.amazon.eventstream", ResponseShape.Frames)]
    public void Shape_OfAMediaType(string? contentType, ResponseShape shape) => ResponseShapes.Of(contentType).ShouldBe(shape);
}
