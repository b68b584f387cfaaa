using LumenArgus.Abstractions.Model;
using LumenArgus.Inspection.Inspecting;
using LumenArgus.Scanning.Fields;

namespace LumenArgus.Proxy.Providers;

/// <summary>One of a plugin. What it gives is checked: it decides where credentials go and what is sent as JSON.</summary>
internal sealed class GuardedProvider(PluginProvider provider, LabelSet labels)
    : RoutedProvider(provider.Name, provider.DefaultUpstream, provider.Hosts, labels)
{
    public override ValueTask<bool> MatchesPathAsync(string path, CancellationToken cancellationToken) => provider.MatchesPathAsync(path, cancellationToken);

    public override ValueTask<bool> MatchesHeadersAsync(RequestHead head, CancellationToken cancellationToken) => provider.MatchesHeadersAsync(head, cancellationToken);

    public override async ValueTask<ProviderRequest> ReadAsync(RequestHead head, CancellationToken cancellationToken)
    {
        if (await provider.ReadAsync(head, cancellationToken) is not { } read)
        {
            // It may be that the request was to go elsewhere, or that its body is signed.
            return new ProviderRequest { Problem = $"plugin {provider.PluginId} could not read the request" };
        }

        return read.Upstream is null or { IsAbsoluteUri: true, Scheme: "http" or "https", UserInfo: "", Query: "", Fragment: "" }
            ? read
            : read with { Upstream = null, Problem = $"plugin {provider.PluginId} gave an address that nothing can be sent to" };
    }

    public override async ValueTask<byte[]> ErrorBodyAsync(int statusCode, string type, string message, CancellationToken cancellationToken) =>
        await provider.ErrorBodyAsync(statusCode, type, message, cancellationToken) ?? ErrorShape.Of(type, message);
}
