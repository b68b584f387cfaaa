using Microsoft.AspNetCore.Http;

namespace LumenArgus.Proxy.Providers;

/// <summary>Google's Generative Language API (ai.google.dev/api).</summary>
internal sealed class GeminiProvider : IProvider
{
    private const string ModelsSegment = "/models/";

    public string Name => "gemini";

    public Uri DefaultUpstream { get; } = new("https://generativelanguage.googleapis.com");

    // The method is the part behind the colon: /v1beta/models/<model>:generateContent, :streamGenerateContent.
    public bool MatchesPath(string path) =>
        PathPrefix.Matches(path, "/v1beta") || path.Contains("/generateContent", StringComparison.Ordinal)
        || path.EndsWith(":generateContent", StringComparison.Ordinal) || path.EndsWith(":streamGenerateContent", StringComparison.Ordinal);

    public bool MatchesHeaders(IHeaderDictionary headers) => headers.ContainsKey("x-goog-api-key");

    public string? ModelFromPath(string path)
    {
        var start = path.IndexOf(ModelsSegment, StringComparison.Ordinal);
        if (start < 0)
        {
            return null;
        }

        var model = path.AsSpan(start + ModelsSegment.Length);
        var end = model.IndexOfAny(':', '/');
        return end == 0 ? null : new string(end < 0 ? model : model[..end]);
    }

    // https://cloud.google.com/apis/design/errors#http_mapping
    public byte[] ErrorBody(int statusCode, string type, string message) => JsonBody.Write(writer =>
    {
        writer.WriteStartObject("error"u8);
        writer.WriteNumber("code"u8, statusCode);
        writer.WriteString("message"u8, message);
        writer.WriteString("status"u8, statusCode switch
        {
            < 500 => "INVALID_ARGUMENT"u8,
            504 => "DEADLINE_EXCEEDED"u8,
            _ => "UNAVAILABLE"u8,
        });
        writer.WriteEndObject();
    });
}
