using System.Collections.Immutable;
using LumenArgus.Abstractions.Model;
using LumenArgus.Abstractions.Plugin;

namespace LumenArgus.Proxy.Providers;

/// <summary>
/// GitHub Copilot. Each plan has a host of its own that the caller names; paths are those of OpenAI and Anthropic, so it is recognised by host and by the header
/// that all its clients send.
/// </summary>
internal sealed class CopilotProvider(OpenAiProvider format) : IProvider
{
    private static readonly ProviderRequest AsOpenAi = new() { Format = "openai" };

    public string Name => "copilot";

    public Uri DefaultUpstream { get; } = new("https://api.githubcopilot.com");

    public ImmutableArray<string> Hosts { get; } =
        ["api.githubcopilot.com", "api.individual.githubcopilot.com", "api.business.githubcopilot.com", "api.enterprise.githubcopilot.com"];

    public bool MatchesPath(string path) => false;

    public bool MatchesHeaders(RequestHead head) => head.HasHeader("copilot-integration-id");

    public ProviderRequest Read(RequestHead head)
    {
        var request = head.Path.Contains("/messages", StringComparison.Ordinal) ? new ProviderRequest { Format = "anthropic" } : AsOpenAi;
        return HostName.Of(head) is { } host && Hosts.Contains(host) ? request with { Upstream = new Uri("https://" + host) } : request;
    }

    public byte[] ErrorBody(int statusCode, string type, string message) => format.ErrorBody(statusCode, type, message);
}
