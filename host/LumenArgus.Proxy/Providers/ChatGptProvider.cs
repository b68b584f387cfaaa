using LumenArgus.Abstractions.Model;
using LumenArgus.Abstractions.Plugin;

namespace LumenArgus.Proxy.Providers;

/// <summary>What Codex talks to with a ChatGPT login: the Responses API at another host.</summary>
internal sealed class ChatGptProvider(OpenAiProvider format) : IProvider
{
    private static readonly ProviderRequest AsOpenAi = new() { Format = "openai" };

    public string Name => "chatgpt";

    public Uri DefaultUpstream { get; } = new("https://chatgpt.com");

    public bool MatchesPath(string path) => PathPrefix.Matches(path, "/backend-api/codex");

    public bool MatchesHeaders(RequestHead head) => false;

    public ProviderRequest Read(RequestHead head) => AsOpenAi;

    public byte[] ErrorBody(int statusCode, string type, string message) => format.ErrorBody(statusCode, type, message);
}
