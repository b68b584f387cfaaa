using System.Collections.Immutable;
using LumenArgus.Abstractions.Plugin;

namespace LumenArgus.Proxy.Providers;

/// <summary>The host's own providers, by the contract that plugins have.</summary>
internal static class BuiltInProviders
{
    private static readonly OpenAiProvider OpenAi = new();
    private static readonly GeminiProvider Gemini = new();

    /// <summary>All of them in the order in which they are asked. No two have a path in common but Vertex and Gemini; x-api-key is Anthropic's before a bearer token is looked at.</summary>
    public static ImmutableArray<IProvider> All { get; } =
    [
        new AzureProvider(OpenAi), new BedrockProvider(), new VertexProvider(Gemini), new CopilotProvider(OpenAi), new ChatGptProvider(OpenAi),
        new AnthropicProvider(), OpenAi, Gemini, new OllamaProvider(),
    ];
}
