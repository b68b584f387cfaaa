using System.Text;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using LumenArgus.Abstractions.Model;
using LumenArgus.Plugins.Redaction;
using LumenArgus.Scanning.Responses;
using LumenArgus.Tests.Scanning.Responses;
using LumenArgus.Tests.Scanning.Responses.Rewriting;

namespace LumenArgus.Tests.Plugins.Redaction;

/// <summary>However a response is cut into events and chunks, the client reads what the model would have written with the real values.</summary>
public sealed class RestorerTests
{
    // Beginnings, middles and ends of each other, and one that a value of another brings about again.
    private static readonly KeyValuePair<string, string>[] Replaced =
    [
        new("ABAB", "one"), new("ABABC", "two \"quoted\"\n"), new("BABX", "three\\"), new("AAAA", "ABAB"), new("A_long_placeholder_0123456789", "fünf \ud83d\ude00"), new("C", ""),
    ];

    private static readonly string[] Texts =
    [
        """{"type":"content_block_delta","index":0,"delta":{"type":"text_delta","text":$T}}""",
        """{"choices":[{"index":0,"delta":{"content":$T}}]}""",
        """{"type":"response.output_text.delta","item_id":"m","output_index":0,"content_index":0,"sequence_number":3,"delta":$T}""",
        """{"candidates":[{"content":{"parts":[{"text":$T}],"role":"model"}}]}""",
    ];

    private static readonly string[] Arguments =
    [
        """{"type":"content_block_delta","index":1,"delta":{"type":"input_json_delta","partial_json":$T}}""",
        """{"choices":[{"index":0,"delta":{"tool_calls":[{"index":0,"function":{"arguments":$T}}]}}]}""",
        """{"type":"response.function_call_arguments.delta","item_id":"f","output_index":1,"delta":$T}""",
    ];

    [Fact]
    public void Texts_AnyChunks_AreRestored() => Check(1500, random =>
    {
        var text = Write(random);
        var (shape, body) = Stream(Texts[random.Next(Texts.Length)], text, random);
        return TextOf(RewriteRun.Whole(shape, body, random, NewRestorer().Rewrite)) == Restored(text);
    });

    [Fact]
    public void Arguments_AnyChunks_AreRestoredWithinTheirStrings() => Check(1500, random =>
    {
        var text = Write(random);
        var (shape, body) = Stream(Arguments[random.Next(Arguments.Length)], $$"""{"path":"a.txt","content":{{Json(text)}}}""", random);
        using var arguments = JsonDocument.Parse(TextOf(RewriteRun.Whole(shape, body, random, NewRestorer().Rewrite)));
        return arguments.RootElement.GetProperty("content").GetString() == Restored(text);
    });

    [Fact]
    public void Texts_OfAResponseThatWasCut_AreABeginningOfTheRest() => Check(1500, random =>
    {
        var text = Write(random);
        var (shape, body) = Stream(Texts[random.Next(Texts.Length)], text, random);
        var restored = TextOf(RewriteRun.Cut(shape, body.AsSpan(0, random.Next(body.Length)), random, NewRestorer().Rewrite));
        return Restored(text).StartsWith(restored, StringComparison.Ordinal);
    });

    [Fact]
    public void OneValue_OfPlainJson_IsRestored()
    {
        var body = """{"content":[{"type":"text","text":"is ABABC"},{"type":"tool_use","input":{"k":"BABX","ABAB":[1]}}],"model":"ABAB"}"""u8;
        Encoding.UTF8.GetString(RewriteRun.Whole(ResponseShape.Whole, body, new Random(1), NewRestorer().Rewrite))
            .ShouldBe("""{"content":[{"type":"text","text":"is two \"quoted\"\n"},{"type":"tool_use","input":{"k":"three\\","one":[1]}}],"model":"ABAB"}""");
    }

    [Fact]
    public void Held_IsAtMostTheLongestPlaceholder() => Check(500, random =>
    {
        var restorer = NewRestorer();
        var answer = restorer.Rewrite(new ResponseText(1, ResponseTextKind.Text, Write(random), IsEnd: false));
        return answer.Held < Replaced.Max(static each => each.Key.Length);
    });

    [Fact]
    public void Placeholder_OfAnotherConversation_StaysAndIsTold()
    {
        var ours = new Placeholders(new byte[32]);
        var live = ours.For("AKIA" + "Q3EGRFSZ7XKDLZMP");
        var unknown = ours.For("AKIA" + "AAAARFSZ7XKDLZMP");
        var restorer = new Restorer(new PlaceholderSearch([new(live, "value")]), text => ours.IsOwn(text));
        var first = restorer.Rewrite(new ResponseText(1, ResponseTextKind.Text, $"key={live} and {unknown[..9]}", IsEnd: false));
        first.Text.ShouldStartWith("key=value and");
        first.Findings.ShouldBeEmpty();
        var next = restorer.Rewrite(new ResponseText(1, ResponseTextKind.Text, $"{unknown[(9 - first.Held)..]}. ", IsEnd: false));
        var last = restorer.Rewrite(new ResponseText(1, ResponseTextKind.Text, unknown, IsEnd: true));
        (first.Text + next.Text).ShouldBe($"key=value and {unknown}. ");
        next.Findings.Concat(last.Findings).Select(static finding => finding.Type).ShouldBe(["unknown_placeholder"]);
    }

    private static Restorer NewRestorer() => new(new PlaceholderSearch(Replaced), static _ => false);

    // The definition: from left to right, at each place the longest.
    private static string Restored(string text)
    {
        var restored = new StringBuilder();
        for (var i = 0; i < text.Length;)
        {
            var found = Replaced.Where(each => text.AsSpan(i).StartsWith(each.Key)).OrderByDescending(static each => each.Key.Length).FirstOrDefault();
            restored.Append(found.Key is null ? text[i].ToString() : found.Value);
            i += found.Key?.Length ?? 1;
        }

        return restored.ToString();
    }

    private static string Write(Random random)
    {
        string[] pieces = [.. Replaced.Select(static each => each.Key), "A", "B", "AB", "ABA", "A_long_place", " ", "\n", "\"", "\\", "ö", "\ud83d\ude00", "x"];
        return string.Concat(Enumerable.Range(0, random.Next(1, 12)).Select(_ => pieces[random.Next(pieces.Length)]));
    }

    // Cut anywhere, also within a character, as providers do.
    private static (ResponseShape Shape, byte[] Body) Stream(string template, string text, Random random)
    {
        var events = new List<string>();
        var longest = random.Next(1, 9);
        while (text.Length > 0)
        {
            var taken = random.Next(1, Math.Min(longest, text.Length) + 1);
            events.Add(template.Replace("$T", Json(text[..taken]), StringComparison.Ordinal));
            text = text[taken..];
        }

        return Streams.Events(events);
    }

    private static string Json(string text) =>
        "\"" + string.Concat(text.Select(static c => c is '"' or '\\' or < ' ' || char.IsSurrogate(c) ? $"\\u{(int)c:x4}" : c.ToString())) + "\"";

    // Half a pair of one event and half of the next are one character for the client, which joins strings.
    private static string TextOf(byte[] output)
    {
        var text = new StringBuilder();
        foreach (var line in Encoding.UTF8.GetString(output).Split('\n').Where(static line => line.StartsWith("data: {", StringComparison.Ordinal)))
        {
            var name = new[] { "\"text\":\"", "\"content\":\"", "\"delta\":\"", "\"partial_json\":\"", "\"arguments\":\"" }.First(name => line.Contains(name, StringComparison.Ordinal));
            var start = line.IndexOf(name, StringComparison.Ordinal) + name.Length;
            var end = start;
            while (line[end] != '"')
            {
                end += line[end] == '\\' ? 2 : 1;
            }

            text.Append(Unescape(line[start..end]));
        }

        return text.ToString();
    }

    private static string Unescape(string raw)
    {
        var text = new StringBuilder();
        for (var i = 0; i < raw.Length; i++)
        {
            if (raw[i] != '\\')
            {
                text.Append(raw[i]);
            }
            else if (raw[++i] == 'u')
            {
                text.Append((char)Convert.ToUInt16(raw.Substring(i + 1, 4), 16));
                i += 4;
            }
            else
            {
                text.Append(raw[i] switch { 'n' => '\n', 'r' => '\r', 't' => '\t', var other => other });
            }
        }

        return text.ToString();
    }

    private static void Check(int times, Func<Random, bool> holds) =>
        FsCheck.Check.One(Config.QuickThrowOnFailure.WithMaxTest(times), Prop.ForAll(ArbMap.Default.ArbFor<int>(), seed => holds(new Random(seed))));
}
