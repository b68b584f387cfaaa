using System.Text;
using FsCheck;
using FsCheck.Fluent;
using LumenArgus.Abstractions.Model;
using LumenArgus.Scanning.Responses;
using LumenArgus.Scanning.Responses.Rewriting;

namespace LumenArgus.Tests.Scanning.Responses.Rewriting;

public sealed class StreamRewriterTests
{
    private static readonly string[] Rewritten = [.. Streams.Names.Where(static name => !name.StartsWith("bedrock", StringComparison.Ordinal) && name != "events without a type")];
    private static readonly string[] Thoughts = ["anthropic thinking", "chat reasoning"];

    [Fact]
    public void Append_NothingChanged_IsTheResponseByteForByte() => Check(300, random =>
    {
        var (shape, body) = Streams.Of(Rewritten[random.Next(Rewritten.Length)]);
        for (var damage = random.Next(4); damage > 0; damage--)
        {
            body[random.Next(body.Length)] = (byte)random.Next(256);
        }

        var limit = random.Next(3) == 0 ? random.Next(1, body.Length) : Streams.Limit;
        return RewriteRun.Whole(shape, body, random, static text => new RewrittenText(text.Text), limit).AsSpan().SequenceEqual(body);
    });

    [Fact]
    public void Append_AnythingHeldBack_GivesTheSameTexts() => Check(600, random =>
    {
        var name = Rewritten[random.Next(Rewritten.Length)];
        var (shape, body) = Streams.Of(name);
        var output = RewriteRun.Whole(shape, body, random, text => Hold(text, random));
        return Streams.Values(Streams.Assemble(shape, output)).Contains(Streams.Text);
    });

    [Fact]
    public void Append_PluginFailsAnywhere_GivesTheSameTexts() => Check(600, random =>
    {
        var (shape, body) = Streams.Of(Rewritten[random.Next(Rewritten.Length)]);
        var calls = random.Next(12);
        var output = RewriteRun.Whole(shape, body, random, text => calls-- > 0 ? Hold(text, random) : null);
        return Streams.Values(Streams.Assemble(shape, output)).Contains(Streams.Text);
    });

    [Theory]
    [MemberData(nameof(Streams.All), MemberType = typeof(Streams))]
    public void Append_TextIsReplaced_WhereItIsNoThought(string provider)
    {
        if (!Rewritten.Contains(provider))
        {
            return;
        }

        var (shape, body) = Streams.Of(provider);
        var output = RewriteRun.Whole(shape, body, new Random(1), static text => new RewrittenText(text.Text.ToUpperInvariant()));
        Streams.Values(Streams.Assemble(shape, output)).ShouldContain(Thoughts.Contains(provider) ? Streams.Text : Streams.Text.ToUpperInvariant());
    }

    [Fact]
    public void HeldText_AtTheEndOfItsBlock_GoesBeforeThatEnd()
    {
        var (shape, body) = Streams.Events(
        [
            """{"type":"content_block_delta","index":0,"delta":{"type":"text_delta","text":"Plan A"}}""",
            """{"type":"content_block_stop","index":0}""",
            """{"type":"content_block_start","index":1,"content_block":{"type":"tool_use","id":"t","name":"n","input":{}}}""",
        ]);
        var text = Encoding.UTF8.GetString(RewriteRun.Whole(shape, body, new Random(1), static text => text.IsEnd ? new RewrittenText(text.Text) : new RewrittenText(text.Text[..^1], 1)));
        text.Split("data: ")[1..].Select(static data => data.Split('\n')[0]).ShouldBe(
        [
            """{"type":"content_block_delta","index":0,"delta":{"type":"text_delta","text":"Plan "}}""",
            """{"type":"content_block_delta","index":0,"delta":{"type":"text_delta","text":"A"}}""",
            """{"type":"content_block_stop","index":0}""",
            """{"type":"content_block_start","index":1,"content_block":{"type":"tool_use","id":"t","name":"n","input":{}}}""",
        ]);
    }

    [Fact]
    public void HeldText_OfOneChoice_WaitsForItsOwnEnd()
    {
        var (shape, body) = Streams.Events(
        [
            """{"choices":[{"index":0,"delta":{"content":"ab"}}]}""",
            """{"choices":[{"index":1,"delta":{"content":"cd"},"finish_reason":"stop"}]}""",
            """{"choices":[{"index":0,"delta":{"content":"ef"},"finish_reason":null}]}""",
            """{"choices":[{"index":0,"delta":{},"finish_reason":"stop"}]}""",
            "[DONE]",
        ]);
        var seen = new List<(string Text, bool IsEnd)>();
        RewriteRun.Whole(shape, body, new Random(1), text =>
        {
            seen.Add((text.Text, text.IsEnd));
            return text.IsEnd ? new RewrittenText(text.Text) : new RewrittenText("", text.Text.Length);
        });
        seen.ShouldBe([("ab", false), ("cd", true), ("abef", false), ("abef", true)]);
    }

    [Fact]
    public void Kinds_AreThoseOfTheProviders()
    {
        var kinds = new List<(string Text, ResponseTextKind Kind)>();
        foreach (var body in new[]
        {
            """{"type":"content_block_delta","index":1,"delta":{"type":"input_json_delta","partial_json":"a"}}""",
            """{"type":"response.function_call_arguments.delta","item_id":"f","output_index":1,"delta":"b"}""",
            """{"type":"response.custom_tool_call_input.delta","item_id":"f","output_index":1,"delta":"c"}""",
            """{"choices":[{"index":0,"delta":{"tool_calls":[{"index":0,"function":{"arguments":"d"}}]}}]}""",
            """{"candidates":[{"content":{"parts":[{"functionCall":{"name":"n","args":{"e":["f",{"g":"h"}]}}}]}}]}""",
            """{"content":[{"type":"tool_use","id":"i","name":"n","input":{"j":"k"}},{"type":"text","text":"l"}],"model":"m"}""",
            """{"type":"response.output_item.done","output_index":0,"item":{"type":"reasoning","summary":[{"type":"summary_text","text":"n"}],"encrypted_content":"o"}}""",
            """{"candidates":[{"content":{"parts":[{"text":"p","thought":true},{"text":"q","thoughtSignature":"r"}]}}]}""",
            """{"content":[{"type":"thinking","thinking":"s","signature":"t"},{"type":"redacted_thinking","data":"u"}]}""",
        })
        {
            var (shape, events) = Streams.Events([body]);
            RewriteRun.Whole(shape, events, new Random(1), text =>
            {
                kinds.Add((text.Text, text.Kind));
                return new RewrittenText(text.Text);
            });
        }

        kinds.ShouldBe(
        [
            ("a", ResponseTextKind.Json), ("b", ResponseTextKind.Json), ("c", ResponseTextKind.Text), ("d", ResponseTextKind.Json), ("e", ResponseTextKind.Text),
            ("f", ResponseTextKind.Text), ("g", ResponseTextKind.Text), ("h", ResponseTextKind.Text), ("j", ResponseTextKind.Text), ("k", ResponseTextKind.Text),
            ("l", ResponseTextKind.Text), ("q", ResponseTextKind.Text),
        ]);
    }

    [Fact]
    public void Event_InSeveralLines_IsEditedWhereItStands()
    {
        var body = "data: {\"choices\":[{\"index\":0,\ndata:  \"delta\":{\"content\":\"ab\"}}]}\nid: 4\n\n"u8;
        Encoding.UTF8.GetString(RewriteRun.Whole(ResponseShape.Events, body, new Random(1), static text => new RewrittenText(text.Text + "\"\n\ud83d")))
            .ShouldBe("data: {\"choices\":[{\"index\":0,\ndata:  \"delta\":{\"content\":\"ab\\\"\\n\\ud83d\"}}]}\nid: 4\n\n");
    }

    [Fact]
    public void Event_BeyondTheLimit_GoesOnAndIsCounted()
    {
        var large = $$$"""{"choices":[{"index":0,"delta":{"content":"{{{new string('a', 500)}}}"}}]}""";
        var (shape, body) = Streams.Events([large, """{"choices":[{"index":0,"delta":{"content":"b"}}]}"""]);
        var rewriter = new StreamRewriter(shape, 100);
        var output = new List<byte>();
        foreach (var value in body)
        {
            rewriter.Append([value], static text => new RewrittenText(text.Text.ToUpperInvariant()));
            output.AddRange(rewriter.Output.Span);
            rewriter.ClearOutput();
        }

        Encoding.UTF8.GetString([.. output]).ShouldBe(Encoding.UTF8.GetString(body).Replace("\"b\"", "\"B\"", StringComparison.Ordinal));
        rewriter.BytesBeyond.ShouldBe($"event: some\ndata: {large}\n\n".Length);
    }

    [Fact]
    public void Append_ByteByByte_LooksAtEachByteOnce()
    {
        var text = new string('x', 2_000_000);
        var body = Encoding.UTF8.GetBytes($$$"""data: {"choices":[{"index":0,"delta":{"content":"{{{text}}}"}}]}""" + "\n\n");
        var rewriter = new StreamRewriter(ResponseShape.Events, 1 << 24);
        var calls = 0;
        foreach (var value in body)
        {
            rewriter.Append([value], given =>
            {
                calls++;
                return new RewrittenText(given.Text);
            });
        }

        calls.ShouldBe(1);
        rewriter.Output.Length.ShouldBe(body.Length);
    }

    private static RewrittenText Hold(ResponseText text, Random random)
    {
        var held = text.IsEnd ? 0 : random.Next(Math.Min(text.Text.Length, 8) + 1);
        return new RewrittenText(text.Text[..^held], held);
    }

    private static void Check(int times, Func<Random, bool> holds) =>
        FsCheck.Check.One(Config.QuickThrowOnFailure.WithMaxTest(times), Prop.ForAll(ArbMap.Default.ArbFor<int>(), seed => holds(new Random(seed))));
}
