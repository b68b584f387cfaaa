using LumenArgus.Abstractions.Model;
using LumenArgus.Abstractions.Plugin;

namespace LumenArgus.Proxy.Providers;

/// <summary>Azure OpenAI (learn.microsoft.com/azure/ai-services/openai/reference): OpenAI's format at an address of its own for every customer.</summary>
internal sealed class AzureProvider(OpenAiProvider format) : IProvider
{
    private const string DeploymentsSegment = "/openai/deployments/";

    public string Name => "azure";

    public Uri? DefaultUpstream => null;

    public bool MatchesPath(string path) => PathPrefix.Matches(path, "/openai");

    public bool MatchesHeaders(RequestHead head) => head.HasHeader("api-key");

    public ProviderRequest Read(RequestHead head) => new()
    {
        Format = "openai",
        Model = DeploymentIn(head.Path),
        Problem = "every Azure OpenAI resource has an address of its own: set proxy.upstream.azure in config.yaml to https://<resource>.openai.azure.com",
    };

    public byte[] ErrorBody(int statusCode, string type, string message) => format.ErrorBody(statusCode, type, message);

    // A deployment is what is called a model elsewhere.
    private static string? DeploymentIn(string path)
    {
        if (!path.StartsWith(DeploymentsSegment, StringComparison.Ordinal))
        {
            return null;
        }

        var rest = path.AsSpan(DeploymentsSegment.Length);
        var end = rest.IndexOf('/');
        return end == 0 || rest.IsEmpty ? null : new string(end < 0 ? rest : rest[..end]);
    }
}
