namespace LumenArgus.Testing.StandIn;

/// <summary>What a well-behaved provider says to each endpoint. Paths are matched from their end, so a path prefix does no harm.</summary>
internal static class OrdinaryAnswers
{
    public static StandInAnswer For(RecordedRequest request) => (request.Method, request.Path) switch
    {
        ("HEAD" or "GET", "/" or "") => StandInAnswer.Plain("", contentType: "text/plain"),
        ("POST", var path) when path.EndsWith("/messages/count_tokens", StringComparison.Ordinal) => StandInAnswer.Plain("""{"input_tokens":42}"""),
        ("POST", var path) when path.EndsWith("/messages", StringComparison.Ordinal) => AnthropicAnswers.Messages(request),
        ("POST", var path) when path.EndsWith("/chat/completions", StringComparison.Ordinal) => OpenAIChatAnswers.Completion(request),
        ("POST", var path) when path.EndsWith("/responses", StringComparison.Ordinal) => OpenAIResponsesAnswers.Response(request),
        ("POST", var path) when path.EndsWith(":countTokens", StringComparison.Ordinal) => StandInAnswer.Plain("""{"totalTokens":42}"""),
        ("POST", var path) when path.EndsWith(":generateContent", StringComparison.Ordinal) => GeminiAnswers.Generate(request),
        ("POST", var path) when path.EndsWith(":streamGenerateContent", StringComparison.Ordinal) => GeminiAnswers.Stream(request),
        ("GET", var path) when path.EndsWith("/v1beta/models", StringComparison.Ordinal) =>
            StandInAnswer.Plain("""{"models":[{"name":"models/stand-in","displayName":"Stand-in"}]}"""),
        ("GET", var path) when path.EndsWith("/models", StringComparison.Ordinal) =>
            StandInAnswer.Plain("""{"object":"list","data":[{"id":"stand-in","object":"model","type":"model","created":1700000000,"owned_by":"stand-in"}],"has_more":false}"""),
        _ => StandInAnswer.Plain("""{"error":{"type":"not_found_error","message":"The stand-in provider has no such endpoint."}}""", 404),
    };
}
