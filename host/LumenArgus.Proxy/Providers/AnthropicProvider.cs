using System.Collections.Immutable;
using LumenArgus.Abstractions.Model;
using LumenArgus.Abstractions.Plugin;

namespace LumenArgus.Proxy.Providers;

/// <summary>Anthropic's Messages and Text Completions API (docs.anthropic.com/en/api).</summary>
internal sealed class AnthropicProvider : IProvider
{
    public string Name => "anthropic";

    public Uri DefaultUpstream { get; } = new("https://api.anthropic.com");

    public ImmutableArray<string> Hosts { get; } = ["api.anthropic.com"];

    public ImmutableArray<FieldLabel> Labels { get; } =
    [
        new("messages", FieldRole.Unknown) { HoldsMessages = true },
        new("prompt", FieldRole.User),

        // A batch holds requests.
        new("requests[].params.system", FieldRole.System),
        new("requests[].params.tools", FieldRole.ToolDefinition),
        .. FieldLabels.Parameters(
            "stop_sequences", "tool_choice", "mcp_servers", "container", "context_management", "output_config", "output_format", "thinking"),
    ];

    public bool MatchesPath(string path) =>
        PathPrefix.Matches(path, "/v1/messages") || PathPrefix.Matches(path, "/v1/complete");

    public bool MatchesHeaders(RequestHead head) =>
        head.HasHeader("x-api-key") || head.HasHeader("anthropic-version") || BearerToken.StartsWith(head, "sk-ant-");

    // https://docs.anthropic.com/en/api/openai-sdk
    public ProviderRequest Read(RequestHead head) => PathPrefix.Matches(head.Path, "/v1/chat/completions")
        ? new ProviderRequest { Format = "openai" }
        : ProviderRequest.Default;

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
