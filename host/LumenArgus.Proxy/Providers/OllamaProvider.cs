using System.Collections.Immutable;
using LumenArgus.Abstractions.Model;
using LumenArgus.Abstractions.Plugin;

namespace LumenArgus.Proxy.Providers;

/// <summary>Ollama's own API (docs.ollama.com/api), by default on this machine. Only these paths: others below <c>/api</c> are anybody's.</summary>
internal sealed class OllamaProvider : IProvider
{
    private static readonly string[] Paths = ["/api/chat", "/api/generate", "/api/embed", "/api/embeddings"];

    public string Name => "ollama";

    public Uri DefaultUpstream { get; } = new("http://127.0.0.1:11434");

    public ImmutableArray<FieldLabel> Labels { get; } =
    [
        new("messages", FieldRole.Unknown) { HoldsMessages = true },
        new("messages[].images", FieldRole.Document),
        new("images", FieldRole.Document),
        .. FieldLabels.Each(FieldRole.User, "prompt", "suffix", "input"),
        .. FieldLabels.Each(FieldRole.System, "system", "template"),
        .. FieldLabels.Parameters("options", "format"),
    ];

    public bool MatchesPath(string path) => Paths.Contains(path, StringComparer.Ordinal);

    public bool MatchesHeaders(RequestHead head) => false;

    public byte[] ErrorBody(int statusCode, string type, string message) => JsonBody.Write(writer => writer.WriteString("error"u8, message));
}
