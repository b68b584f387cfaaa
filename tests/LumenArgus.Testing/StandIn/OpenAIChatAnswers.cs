namespace LumenArgus.Testing.StandIn;

/// <summary>The OpenAI chat completions API, plain or as events that end in <c>[DONE]</c>.</summary>
public static class OpenAIChatAnswers
{
    private const string Plain =
        """{"id":"chatcmpl-standin","object":"chat.completion","created":1700000000,"model":"stand-in","choices":[{"index":0,"message":{"role":"assistant","content":"$TEXT","refusal":null},"logprobs":null,"finish_reason":"stop"}],"usage":{"prompt_tokens":10,"completion_tokens":8,"total_tokens":18}}""";

    /// <summary>The frames of a streamed answer; the text comes in two parts.</summary>
    public static IReadOnlyList<string> Events { get; } =
    [
        Chunk("""{"role":"assistant","content":""}""", "null"),
        Chunk($$"""{"content":"{{StandInProvider.Sentence[..10]}}"}""", "null"),
        Chunk($$"""{"content":"{{StandInProvider.Sentence[10..]}}"}""", "null"),
        Chunk("{}", "\"stop\""),
        "data: [DONE]\n\n",
    ];

    internal static StandInAnswer Completion(RecordedRequest request) =>
        RequestJson.IsTrue(request, "stream")
            ? StandInAnswer.Events(Events)
            : StandInAnswer.Plain(Plain.Replace("$TEXT", StandInProvider.Sentence, StringComparison.Ordinal));

    private static string Chunk(string delta, string finishReason) =>
        "data: {\"id\":\"chatcmpl-standin\",\"object\":\"chat.completion.chunk\",\"created\":1700000000,\"model\":\"stand-in\","
        + $"\"choices\":[{{\"index\":0,\"delta\":{delta},\"logprobs\":null,\"finish_reason\":{finishReason}}}]}}\n\n";
}
