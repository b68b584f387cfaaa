namespace LumenArgus.Testing.StandIn;

/// <summary>The Anthropic Messages API: one text block, plain or as events.</summary>
public static class AnthropicAnswers
{
    private const string Plain =
        """{"id":"msg_standin","type":"message","role":"assistant","model":"stand-in","content":[{"type":"text","text":"$TEXT"}],"stop_reason":"end_turn","stop_sequence":null,"usage":{"input_tokens":10,"output_tokens":8}}""";

    /// <summary>The frames of a streamed answer, in the order in which the API sends them; the text comes in two parts.</summary>
    public static IReadOnlyList<string> Events { get; } =
    [
        Event("message_start", """{"type":"message_start","message":{"id":"msg_standin","type":"message","role":"assistant","model":"stand-in","content":[],"stop_reason":null,"stop_sequence":null,"usage":{"input_tokens":10,"output_tokens":1}}}"""),
        Event("content_block_start", """{"type":"content_block_start","index":0,"content_block":{"type":"text","text":""}}"""),
        Event("ping", """{"type":"ping"}"""),
        Event("content_block_delta", Delta(StandInProvider.Sentence[..10])),
        Event("content_block_delta", Delta(StandInProvider.Sentence[10..])),
        Event("content_block_stop", """{"type":"content_block_stop","index":0}"""),
        Event("message_delta", """{"type":"message_delta","delta":{"stop_reason":"end_turn","stop_sequence":null},"usage":{"output_tokens":8}}"""),
        Event("message_stop", """{"type":"message_stop"}"""),
    ];

    internal static StandInAnswer Messages(RecordedRequest request) =>
        RequestJson.IsTrue(request, "stream")
            ? StandInAnswer.Events(Events)
            : StandInAnswer.Plain(Plain.Replace("$TEXT", StandInProvider.Sentence, StringComparison.Ordinal));

    private static string Delta(string text) =>
        """{"type":"content_block_delta","index":0,"delta":{"type":"text_delta","text":"$TEXT"}}""".Replace("$TEXT", text, StringComparison.Ordinal);

    private static string Event(string name, string data) => $"event: {name}\ndata: {data}\n\n";
}
