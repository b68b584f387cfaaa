using LumenArgus.Abstractions.Model;
using LumenArgus.Abstractions.Plugin;
using LumenArgus.Scanning.Fields;

namespace LumenArgus.Proxy.Providers;

/// <summary>One of the host's own: called directly.</summary>
internal sealed class HostProvider : RoutedProvider
{
    private readonly IProvider _provider;

    private HostProvider(IProvider provider, LabelSet labels)
        : base(provider.Name, provider.DefaultUpstream, provider.Hosts, labels) => _provider = provider;

    public static HostProvider Of(IProvider provider) => LabelSet.TryCompile(provider.Labels, out var problem) is { } labels
        ? new HostProvider(provider, labels)
        : throw new InvalidOperationException($"provider {provider.Name}: {problem}");

    public override ValueTask<bool> MatchesPathAsync(string path, CancellationToken cancellationToken) => new(_provider.MatchesPath(path));

    public override ValueTask<bool> MatchesHeadersAsync(RequestHead head, CancellationToken cancellationToken) => new(_provider.MatchesHeaders(head));

    public override ValueTask<ProviderRequest> ReadAsync(RequestHead head, CancellationToken cancellationToken) => new(_provider.Read(head));

    public override ValueTask<byte[]> ErrorBodyAsync(int statusCode, string type, string message, CancellationToken cancellationToken) =>
        new(_provider.ErrorBody(statusCode, type, message));
}
