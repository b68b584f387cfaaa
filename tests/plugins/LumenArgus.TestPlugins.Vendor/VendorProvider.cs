using System.Collections.Immutable;
using System.Text;
using LumenArgus.Abstractions.Model;
using LumenArgus.Abstractions.Plugin;
using Microsoft.Extensions.Configuration;

namespace LumenArgus.TestPlugins.Vendor;

/// <summary>
/// A vendor with the paths <c>/acme/&lt;model&gt;/...</c> and the header <c>x-acme-key</c>. Configuration: <c>name</c> and <c>upstream</c> of the provider, <c>label</c> for a
/// further place (a document), and <c>fail</c>, the calls that throw, separated by commas.
/// </summary>
internal sealed class VendorProvider(IConfiguration configuration) : IProvider
{
    public string Name => configuration["name"] ?? "acme";

    public Uri? DefaultUpstream => configuration["upstream"] is { } url ? new Uri(url) : null;

    public ImmutableArray<FieldLabel> Labels =>
    [
        new("talk.turns", FieldRole.User) { HoldsMessages = true },
        new("talk.turns[].answer", FieldRole.Assistant),
        new("briefing", FieldRole.System),
        new("kit", FieldRole.ToolDefinition),
        new("**.upload", FieldRole.Document),
        .. configuration["label"] is { } path ? new[] { new FieldLabel(path, FieldRole.Document) } : [],
    ];

    public bool MatchesPath(string path) => Call("path", path.StartsWith("/acme/", StringComparison.Ordinal));

    public bool MatchesHeaders(RequestHead head) => Call("headers", head.HasHeader("x-acme-key"));

    public ProviderRequest Read(RequestHead head) =>
        Call("read", head.Path.Split('/') is ["", "acme", var model, ..] ? new ProviderRequest { Model = model } : ProviderRequest.Default);

    public byte[] ErrorBody(int statusCode, string type, string message) =>
        Call("error", Encoding.UTF8.GetBytes($$"""{"acme_error":{{statusCode}},"kind":"{{type}}"}"""));

    private T Call<T>(string name, T result) =>
        configuration["fail"]?.Split(',').Contains(name) == true ? throw new InvalidOperationException($"{name} fails as configured") : result;
}
