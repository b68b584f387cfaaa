using System.Buffers.Binary;
using System.Text;
using LumenArgus.Abstractions.Model;
using LumenArgus.Scanning.Fields;
using LumenArgus.Scanning.Responses;

namespace LumenArgus.Tests.Scanning.Responses;

/// <summary>Responses as the providers stream them: one text, in parts of three characters.</summary>
internal static class Streams
{
    public const int Limit = 1 << 20;

    /// <summary>Has quotes, a line end, a backslash, letters of two to four bytes and a pair.</summary>
    public const string Text = "say \"hi\"\n to C:\\tmp äö€ \ud83d\ude00 and then some more words";

    private const string GeminiEvent = """{"candidates":[{"content":{"parts":[{"text":$T}],"role":"model"}}]}""";

    /// <summary>A provider's stream, by the names of the tests' cases. $T is a part of the text.</summary>
    public static (ResponseShape Shape, byte[] Body) Of(string provider) => provider switch
    {
        "anthropic text" => Events(Each("""{"type":"content_block_delta","index":0,"delta":{"type":"text_delta","text":$T}}""")),
        "anthropic start" => Events(
        [
            Fill("""{"type":"content_block_start","index":0,"content_block":{"type":"text","text":$T}}""", Text[..5]),
            Fill("""{"type":"content_block_delta","index":0,"delta":{"type":"text_delta","text":$T}}""", Text[5..]),
        ]),
        "anthropic thinking" => Events(Each("""{"type":"content_block_delta","index":0,"delta":{"type":"thinking_delta","thinking":$T}}""")),
        "anthropic tool" => Events(Each("""{"type":"content_block_delta","index":1,"delta":{"type":"input_json_delta","partial_json":$T}}""")),
        "two blocks at once" => Events(Each("""{"type":"content_block_delta","index":0,"delta":{"type":"text_delta","text":$T}}""")
            .SelectMany(static data => new[] { data, """{"type":"content_block_delta","index":1,"delta":{"type":"text_delta","text":"x"}}""" })),
        "chat content" => Events(Each("""{"id":"c","object":"chat.completion.chunk","choices":[{"index":0,"delta":{"content":$T}}]}""").Append("[DONE]")),
        "chat index behind" => Events(Each("""{"choices":[{"delta":{"content":"y"},"index":1},{"delta":{"content":$T},"index":0}]}""")),
        "chat arguments" => Events(Each("""{"choices":[{"index":0,"delta":{"tool_calls":[{"index":1,"function":{"arguments":$T}}]}}]}""")
            .Prepend("""{"choices":[{"index":0,"delta":{"tool_calls":[{"index":1,"id":"call_1","function":{"name":"run","arguments":""}}]}}]}""")),
        "chat reasoning" => Events(Each("""{"choices":[{"index":0,"delta":{"reasoning_content":$T}}]}""")),
        "responses text" => Events(Each("""{"type":"response.output_text.delta","item_id":"msg_1","output_index":0,"content_index":0,"delta":$T}""").Concat(
        [
            Fill("""{"type":"response.output_text.done","item_id":"msg_1","output_index":0,"content_index":0,"text":$T}""", Text),
            Fill("""{"type":"response.completed","response":{"output":[{"id":"msg_1","content":[{"type":"output_text","text":$T}]}]}}""", Text),
        ])),
        "responses arguments" => Events(Each("""{"type":"response.function_call_arguments.delta","item_id":"fc_1","output_index":1,"delta":$T}""")),
        "gemini events" => Events(Each(GeminiEvent)),
        "gemini array" => (ResponseShape.Whole, Encoding.UTF8.GetBytes("[" + string.Join(",\r\n", Each(GeminiEvent)) + "]")),
        "ollama chat" => Lines(Each("""{"model":"m","message":{"role":"assistant","content":$T},"done":false}""")),
        "ollama generate" => Lines(Each("""{"response":$T}""")),
        "bedrock converse" => Frames(Each("""{"contentBlockIndex":0,"delta":{"text":$T},"p":"abcdefgh"}""")),
        "bedrock invoke" => Frames(Each("""{"type":"content_block_delta","index":0,"delta":{"type":"text_delta","text":$T}}""")
            .Select(static data => "{\"bytes\":\"" + Convert.ToBase64String(Encoding.UTF8.GetBytes(data)) + "\",\"p\":\"abc\"}")),
        "events without a type" => (ResponseShape.Whole, Of("chat content").Body),
        "carriage returns" => WithLineEnd("\r"),
        "both line ends" => WithLineEnd("\r\n"),
        _ => throw new ArgumentOutOfRangeException(nameof(provider)),
    };

    public static string[] Names { get; } =
    [
        "anthropic text", "anthropic start", "anthropic thinking", "anthropic tool", "two blocks at once", "chat content", "chat index behind", "chat arguments",
        "chat reasoning", "responses text", "responses arguments", "gemini events", "gemini array", "ollama chat", "ollama generate", "bedrock converse",
        "bedrock invoke", "events without a type", "carriage returns", "both line ends",
    ];

    public static TheoryData<string> All() => [.. Names];

    public static AssembledResponse Assemble(ResponseShape shape, ReadOnlySpan<byte> body, int limit = Limit)
    {
        var assembler = ResponseAssembler.Start(shape, limit);
        assembler.Append(body);
        return assembler.Complete();
    }

    /// <summary>All values of the assembled body; names are left out.</summary>
    public static List<string> Values(AssembledResponse response)
    {
        var document = BodyDocument.Parse(response.Body);
        var values = new List<string>();
        foreach (var field in new ScanBatch(document, "test", model: null, SessionContext.Empty))
        {
            if (field.Role != FieldRole.PropertyName)
            {
                values.Add(new string(field.Text));
            }
        }

        return values;
    }

    public static (ResponseShape Shape, byte[] Body) Events(IEnumerable<string> data) =>
        (ResponseShape.Events, Encoding.UTF8.GetBytes(string.Concat(data.Select(static each => $"event: some\ndata: {each}\n\n"))));

    private static IEnumerable<string> Each(string template) => Text.Chunk(3).Select(part => Fill(template, new string(part)));

    private static string Fill(string template, string text) => template.Replace("$T", $"\"{Escape(text)}\"", StringComparison.Ordinal);

    // Half a pair, as a provider that cuts anywhere sends it: only an escape can hold one.
    private static string Escape(string text) => string.Concat(text.Select(static c => c is '"' or '\\' or < ' ' || char.IsSurrogate(c) ? $"\\u{(int)c:x4}" : c.ToString()));

    private static (ResponseShape Shape, byte[] Body) Lines(IEnumerable<string> data) => (ResponseShape.Lines, Encoding.UTF8.GetBytes(string.Join('\n', data)));

    private static (ResponseShape Shape, byte[] Body) WithLineEnd(string end) =>
        (ResponseShape.Events, Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(Of("chat content").Body).Replace("\n", end, StringComparison.Ordinal)));

    private static (ResponseShape Shape, byte[] Body) Frames(IEnumerable<string> payloads)
    {
        using var stream = new MemoryStream();
        foreach (var payload in payloads)
        {
            stream.Write(Frame(payload));
        }

        return (ResponseShape.Frames, stream.ToArray());
    }

    private static byte[] Frame(string payload)
    {
        byte[] headers = [11, .. ":event-type"u8, 7, 0, 5, .. "chunk"u8];
        var body = Encoding.UTF8.GetBytes(payload);
        var frame = new byte[16 + headers.Length + body.Length];
        BinaryPrimitives.WriteInt32BigEndian(frame, frame.Length);
        BinaryPrimitives.WriteInt32BigEndian(frame.AsSpan(4), headers.Length);
        headers.CopyTo(frame, 12);
        body.CopyTo(frame, 12 + headers.Length);
        return frame;
    }
}
