namespace LumenArgus.Testing.StandIn;

/// <summary>The OpenAI Responses API, plain or in the sequence of events that Codex waits for.</summary>
public static class OpenAIResponsesAnswers
{
    private const string Item =
        """{"id":"msg_standin","type":"message","role":"assistant","status":"completed","content":[{"type":"output_text","text":"$TEXT","annotations":[]}]}""";

    private static readonly string FullItem = Item.Replace("$TEXT", StandInProvider.Sentence, StringComparison.Ordinal);

    /// <summary>The frames of a streamed answer; the text comes in two parts.</summary>
    public static IReadOnlyList<string> Events { get; } =
    [
        Event("response.created", 0, $"\"response\":{Response("in_progress", "")}"),
        Event("response.output_item.added", 1, """
            "output_index":0,"item":{"id":"msg_standin","type":"message","role":"assistant","status":"in_progress","content":[]}
            """.Trim()),
        Event("response.content_part.added", 2, """
            "item_id":"msg_standin","output_index":0,"content_index":0,"part":{"type":"output_text","text":"","annotations":[]}
            """.Trim()),
        Event("response.output_text.delta", 3, Delta(StandInProvider.Sentence[..10])),
        Event("response.output_text.delta", 4, Delta(StandInProvider.Sentence[10..])),
        Event("response.output_text.done", 5, $"\"item_id\":\"msg_standin\",\"output_index\":0,\"content_index\":0,\"text\":\"{StandInProvider.Sentence}\""),
        Event("response.output_item.done", 6, $"\"output_index\":0,\"item\":{FullItem}"),
        Event("response.completed", 7, $"\"response\":{Response("completed", FullItem)}"),
    ];

    internal static StandInAnswer Response(RecordedRequest request) =>
        RequestJson.IsTrue(request, "stream")
            ? StandInAnswer.Events(Events)
            : StandInAnswer.Plain(Response("completed", FullItem));

    private static string Response(string status, string output) =>
        """{"id":"resp_standin","object":"response","created_at":1700000000,"model":"stand-in","status":"$STATUS","output":[$OUTPUT],"parallel_tool_calls":true,"tool_choice":"auto","tools":[],"error":null,"incomplete_details":null,"usage":{"input_tokens":10,"input_tokens_details":{"cached_tokens":0},"output_tokens":8,"output_tokens_details":{"reasoning_tokens":0},"total_tokens":18}}"""
            .Replace("$STATUS", status, StringComparison.Ordinal).Replace("$OUTPUT", output, StringComparison.Ordinal);

    private static string Delta(string text) =>
        $"\"item_id\":\"msg_standin\",\"output_index\":0,\"content_index\":0,\"delta\":\"{text}\"";

    private static string Event(string type, int sequence, string rest) =>
        $"event: {type}\ndata: {{\"type\":\"{type}\",\"sequence_number\":{sequence},{rest}}}\n\n";
}
