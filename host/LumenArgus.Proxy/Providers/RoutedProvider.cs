using LumenArgus.Abstractions.Model;
using LumenArgus.Scanning.Fields;

namespace LumenArgus.Proxy.Providers;

/// <summary>A provider as the router has it, whoever brings it: what is data was read before, what is code can be called without a thought.</summary>
internal abstract class RoutedProvider(string name, Uri? defaultUpstream, IEnumerable<string> hosts, LabelSet labels)
{
    public string Name { get; } = name;

    public Uri? DefaultUpstream { get; } = defaultUpstream;

    public IEnumerable<string> Hosts { get; } = hosts;

    public LabelSet Labels { get; } = labels;

    public abstract ValueTask<bool> MatchesPathAsync(string path, CancellationToken cancellationToken);

    public abstract ValueTask<bool> MatchesHeadersAsync(RequestHead head, CancellationToken cancellationToken);

    public abstract ValueTask<ProviderRequest> ReadAsync(RequestHead head, CancellationToken cancellationToken);

    public abstract ValueTask<byte[]> ErrorBodyAsync(int statusCode, string type, string message, CancellationToken cancellationToken);
}
