using Microsoft.AspNetCore.Http;

namespace LumenArgus.Proxy.Providers;

/// <summary>OpenAI's Chat Completions, Completions, Embeddings and Responses API (platform.openai.com/docs/api-reference).</summary>
internal sealed class OpenAiProvider : IProvider
{
    private static readonly string[] Prefixes =
    [
        "/v1/chat/completions", "/v1/completions", "/v1/embeddings", "/v1/responses",
        // Codex with a base URL that carries no version.
        "/responses", "/chat/completions",
    ];

    public string Name => "openai";

    public Uri DefaultUpstream { get; } = new("https://api.openai.com");

    public bool MatchesPath(string path) => Array.Exists(Prefixes, prefix => PathPrefix.Matches(path, prefix));

    public bool MatchesHeaders(IHeaderDictionary headers) =>
        BearerToken.StartsWith(headers, "sk-") && !BearerToken.StartsWith(headers, "sk-ant-");

    public string? ModelFromPath(string path) => null;

    // https://platform.openai.com/docs/guides/error-codes
    public byte[] ErrorBody(int statusCode, string type, string message) => JsonBody.Write(writer =>
    {
        writer.WriteStartObject("error"u8);
        writer.WriteString("message"u8, message);
        writer.WriteString("type"u8, type);
        writer.WriteNull("param"u8);
        writer.WriteString("code"u8, type == "invalid_request_error" ? "request_blocked" : type);
        writer.WriteEndObject();
    });
}
