using System.Collections.Immutable;
using LumenArgus.Abstractions.Model;
using LumenArgus.Abstractions.Plugin;

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

    public ImmutableArray<string> Hosts { get; } = ["api.openai.com"];

    public ImmutableArray<FieldLabel> Labels { get; } =
    [
        new("messages", FieldRole.Unknown) { HoldsMessages = true },
        new("input", FieldRole.User) { HoldsMessages = true },
        new("suffix", FieldRole.User),
        new("prompt.variables", FieldRole.User),

        // The text that the answer is expected to repeat: mostly a file.
        new("prediction", FieldRole.Document),
        .. FieldLabels.Parameters(
            "stop", "response_format", "text", "tool_choice", "function_call", "logit_bias", "reasoning", "include", "modalities", "audio", "web_search_options", "client_metadata"),
    ];

    public bool MatchesPath(string path) => Array.Exists(Prefixes, prefix => PathPrefix.Matches(path, prefix));

    public bool MatchesHeaders(RequestHead head) =>
        BearerToken.Of(head).Any(static token => token.StartsWith("sk-", StringComparison.Ordinal) && !token.StartsWith("sk-ant-", StringComparison.Ordinal));

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
