using Microsoft.AspNetCore.Http;

namespace LumenArgus.Proxy.Providers;

/// <summary>Anthropic's Messages and Text Completions API (docs.anthropic.com/en/api).</summary>
internal sealed class AnthropicProvider : IProvider
{
    public string Name => "anthropic";

    public Uri DefaultUpstream { get; } = new("https://api.anthropic.com");

    public bool MatchesPath(string path) =>
        PathPrefix.Matches(path, "/v1/messages") || PathPrefix.Matches(path, "/v1/complete");

    public bool MatchesHeaders(IHeaderDictionary headers) =>
        headers.ContainsKey("x-api-key") || headers.ContainsKey("anthropic-version") || BearerToken.StartsWith(headers, "sk-ant-");

    public string? ModelFromPath(string path) => null;

    // https://docs.anthropic.com/en/api/errors
    public byte[] ErrorBody(int statusCode, string type, string message) => JsonBody.Write(writer =>
    {
        writer.WriteString("type"u8, "error"u8);
        writer.WriteStartObject("error"u8);
        writer.WriteString("type"u8, type);
        writer.WriteString("message"u8, message);
        writer.WriteEndObject();
    });
}
