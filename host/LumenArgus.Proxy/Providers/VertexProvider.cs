using LumenArgus.Abstractions.Model;
using LumenArgus.Abstractions.Plugin;

namespace LumenArgus.Proxy.Providers;

/// <summary>Google's Vertex AI (cloud.google.com/vertex-ai/generative-ai/docs/reference/rest): the region is in the path, the format is that of the model's maker.</summary>
internal sealed class VertexProvider(GeminiProvider format) : IProvider
{
    private static readonly string[] Versions = ["/v1", "/v1beta1"];
    private static readonly Uri Everywhere = new("https://aiplatform.googleapis.com");

    public string Name => "vertex";

    public Uri? DefaultUpstream => null;

    public bool MatchesPath(string path) => Array.Exists(Versions, version =>
        PathPrefix.Matches(path, version + "/projects") || PathPrefix.Matches(path, version + "/publishers"));

    public bool MatchesHeaders(RequestHead head) => false;

    public ProviderRequest Read(RequestHead head)
    {
        var upstream = UpstreamOf(head.Path);
        return new ProviderRequest
        {
            Upstream = upstream,
            Problem = upstream is null ? "the path names no location of Vertex AI: /v1/projects/<project>/locations/<location>/..." : null,
            Model = GeminiProvider.ModelIn(head.Path),
            Format = SegmentBehind(head.Path, "/publishers/") switch
            {
                "google" => "gemini",
                "anthropic" => "anthropic",
                _ when head.Path.EndsWith("predict", StringComparison.OrdinalIgnoreCase) => "gemini",
                _ => "openai",
            },
        };
    }

    public byte[] ErrorBody(int statusCode, string type, string message) => format.ErrorBody(statusCode, type, message);

    // https://cloud.google.com/vertex-ai/generative-ai/docs/learn/locations
    private static Uri? UpstreamOf(string path) => SegmentBehind(path, "/locations/") switch
    {
        null => path.Contains("/projects/", StringComparison.Ordinal) ? null : Everywhere,
        "global" => Everywhere,
        ("us" or "eu") and var area => new Uri($"https://aiplatform.{area}.rep.googleapis.com"),
        var region => RegionName.IsValid(region) ? new Uri($"https://{region}-aiplatform.googleapis.com") : null,
    };

    private static string? SegmentBehind(string path, string segment)
    {
        var start = path.IndexOf(segment, StringComparison.Ordinal);
        if (start < 0)
        {
            return null;
        }

        var rest = path[(start + segment.Length)..];
        var end = rest.IndexOf('/', StringComparison.Ordinal);
        return end < 0 ? rest : rest[..end];
    }
}
