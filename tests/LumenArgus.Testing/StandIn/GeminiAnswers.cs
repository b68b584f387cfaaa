using System.Text.Json;

namespace LumenArgus.Testing.StandIn;

/// <summary>The Gemini API. Its event frames end in CR LF CR LF; a request that asks for JSON of a schema gets JSON of that schema.</summary>
public static class GeminiAnswers
{
    /// <summary>The frames of a streamed answer; the text comes in two parts.</summary>
    public static IReadOnlyList<string> Events { get; } =
    [
        $"data: {Candidate(StandInProvider.Sentence[..10], finished: false)}\r\n\r\n",
        $"data: {Candidate(StandInProvider.Sentence[10..], finished: true)}\r\n\r\n",
    ];

    internal static StandInAnswer Generate(RecordedRequest request) => StandInAnswer.Plain(Candidate(TextFor(request), finished: true));

    internal static StandInAnswer Stream(RecordedRequest request) =>
        request.RawTarget.Contains("alt=sse", StringComparison.Ordinal)
            ? StandInAnswer.Events(Events)
            : StandInAnswer.Plain($"[{Candidate(TextFor(request), finished: true)}]");

    private static string TextFor(RecordedRequest request)
    {
        using var body = RequestJson.Parse(request);
        return body is not null
            && body.RootElement.TryGetProperty("generationConfig", out var settings)
            && (settings.TryGetProperty("responseJsonSchema", out var schema) || settings.TryGetProperty("responseSchema", out schema))
                ? SchemaSample.For(schema)
                : StandInProvider.Sentence;
    }

    private static string Candidate(string text, bool finished)
    {
        var end = finished ? ",\"finishReason\":\"STOP\"" : "";
        return $"{{\"candidates\":[{{\"content\":{{\"role\":\"model\",\"parts\":[{{\"text\":\"{JsonEncodedText.Encode(text)}\"}}]}}{end},\"index\":0}}],"
            + "\"usageMetadata\":{\"promptTokenCount\":10,\"candidatesTokenCount\":8,\"totalTokenCount\":18},\"modelVersion\":\"stand-in\",\"responseId\":\"standin\"}";
    }
}
