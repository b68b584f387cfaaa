using System.Text.Json;

namespace LumenArgus.Testing.StandIn;

/// <summary>Error bodies in the shape that the SDK of each provider parses.</summary>
public static class ErrorBodies
{
    public static string Anthropic(string message, string type = "invalid_request_error") =>
        $$$"""{"type":"error","error":{"type":"{{{type}}}","message":"{{{JsonEncodedText.Encode(message)}}}"}}""";

    public static string OpenAI(string message, string type = "invalid_request_error", string code = "content_blocked") =>
        $$$"""{"error":{"message":"{{{JsonEncodedText.Encode(message)}}}","type":"{{{type}}}","param":null,"code":"{{{code}}}"}}""";

    public static string Gemini(string message, int code = 400, string status = "INVALID_ARGUMENT") =>
        $$$"""{"error":{"code":{{{code}}},"message":"{{{JsonEncodedText.Encode(message)}}}","status":"{{{status}}}"}}""";
}
