using System.Collections.Immutable;
using LumenArgus.Abstractions.Model;
using LumenArgus.Proxy.Agents;
using LumenArgus.Proxy.Providers;

namespace LumenArgus.Tests.Proxy.Agents;

public sealed class ForwardRouteTests
{
    private static readonly ImmutableDictionary<string, Uri> Configured = new Dictionary<string, Uri>
    {
        ["openai"] = new("https://gateway.example/openai"), ["raw"] = new("http://10.0.0.9:4000/base"), ["groq"] = new("https://gateway.example/groq"),
    }.ToImmutableDictionary();

    [Theory]
    [InlineData("https://api.anthropic.com", "/v1/messages", "anthropic", "anthropic", "https://api.anthropic.com/", true)]
    [InlineData("https://api.anthropic.com", "/v1/chat/completions", "anthropic", "openai", "https://api.anthropic.com/", true)]
    [InlineData("https://api.individual.githubcopilot.com", "/chat/completions", "copilot", "openai", "https://api.individual.githubcopilot.com/", true)]
    [InlineData("https://api.business.githubcopilot.com", "/v1/messages", "copilot", "anthropic", "https://api.business.githubcopilot.com/", true)]
    [InlineData("https://copilot-proxy.githubusercontent.com", "/v1/engines/x/completions", "copilot", "openai", "https://copilot-proxy.githubusercontent.com/", true)]
    [InlineData("https://generativelanguage.googleapis.com", "/v1beta/models/m:generateContent", "gemini", "gemini", "https://generativelanguage.googleapis.com/", true)]
    [InlineData("https://app.warp.dev", "/ai/multi-agent", "warp", "openai", "https://app.warp.dev/", true)]
    [InlineData("https://openrouter.ai", "/api/v1/messages", "openrouter", "anthropic", "https://openrouter.ai/", true)]

    // An address of the operator's own, in the place of a provider's or by itself.
    [InlineData("https://api.openai.com", "/v1/responses", "openai", "openai", "https://gateway.example/openai", false)]
    [InlineData("https://api.groq.com", "/openai/v1/chat/completions", "groq", "openai", "https://api.groq.com/", true)]
    [InlineData("http://10.0.0.9:4000", "/base/v1/chat/completions", "raw", "openai", "http://10.0.0.9:4000/", false)]

    // Listed.
    [InlineData("https://shop.openai.azure.com", "/openai/deployments/d/chat/completions", "azure", "openai", "https://shop.openai.azure.com/", false)]
    [InlineData("http://llm.corp.example:8443", "/x", "llm", "openai", "http://llm.corp.example:8443/", false)]
    [InlineData("https://10.0.0.7", "/v1/messages", "anthropic", "anthropic", "https://10.0.0.7/", false)]
    public async Task Find_HostThatIsAllowed_IsTheProviderAndTheDestination(string origin, string path, string name, string format, string upstream, bool publicOnly)
    {
        var (route, problem) = await FindAsync(origin, path);

        problem.ShouldBeNull();
        route.ShouldNotBeNull();
        (route.ProviderName, route.Provider.Name, route.Upstream.AbsoluteUri, route.Target, route.PublicOnly).ShouldBe((name, format, upstream, path, publicOnly));
    }

    [Theory]
    [InlineData("https://evil.example")]
    [InlineData("https://api.anthropic.com.evil.example")]
    [InlineData("https://evil-api.anthropic.com")]
    [InlineData("https://api.anthropic.com.")]
    [InlineData("http://api.anthropic.com")]
    [InlineData("https://api.anthropic.com:8443")]
    [InlineData("https://api.github.com")]
    [InlineData("http://127.0.0.1:11434")]
    [InlineData("https://10.0.0.9:4000")]
    [InlineData("http://10.0.0.9")]
    [InlineData("https://llm.corp.example")]
    [InlineData("https://openai.azure.com")]
    [InlineData("https://169.254.169.254")]
    public async Task Find_AnyOtherHost_IsNoRoute(string origin) => (await FindAsync(origin, "/v1/messages")).ShouldBe(default);

    [Fact]
    public async Task Find_ModelInThePath_IsRead() =>
        (await FindAsync("https://generativelanguage.googleapis.com", "/v1beta/models/gemini-x:generateContent")).Route!.Model.ShouldBe("gemini-x");

    private static async Task<RouteResult> FindAsync(string origin, string path)
    {
        var router = new ProviderRouter(Configured, [], ["*.openai.azure.com", "llm.corp.example:8443", "10.0.0.7"]);
        var forward = new ForwardTarget(new Uri(origin), path);
        return await router.FindForwardedAsync(new RequestHead("POST", path, [KeyValuePair.Create("host", forward.Origin.Authority)]), forward, CancellationToken.None);
    }
}
