using System.Collections.Frozen;
using System.Collections.Immutable;
using LumenArgus.Proxy.Agents;
using LumenArgus.Proxy.WebSockets;

namespace LumenArgus.Proxy.Providers;

/// <summary>
/// Where <c>/_forward</c> may lead. The caller names the host, so it is a closed list: hosts of providers by https, the addresses of <c>proxy.upstream</c>, and what
/// <c>proxy.forward_hosts</c> lists.
/// </summary>
internal sealed class ForwardHosts
{
    // Tools that only an agent can take out of their way.
    private static readonly (string Host, string Name)[] Further = [("copilot-proxy.githubusercontent.com", "copilot"), ("app.warp.dev", "warp")];

    private readonly FrozenDictionary<string, string> _public;
    private readonly FrozenDictionary<string, string> _configured;
    private readonly ImmutableArray<string> _listed;
    private readonly ImmutableArray<string> _named;

    /// <param name="providers">All providers, the host's own first.</param>
    /// <param name="configured">The configuration's <c>proxy.upstream</c>.</param>
    /// <param name="listed">Its <c>proxy.forward_hosts</c>.</param>
    public ForwardHosts(IEnumerable<RoutedProvider> providers, IReadOnlyDictionary<string, Uri> configured, ImmutableArray<string> listed)
    {
        _listed = listed;
        _named = [.. listed.Where(static entry => !entry.StartsWith('*'))];
        _public = providers
            .SelectMany(static provider => provider.Hosts.Select(Https).Append(provider.DefaultUpstream).OfType<Uri>().Select(origin => (Origin: origin, provider.Name)))
            .Concat(BuiltInUpstreams.All.Select(static pair => (Origin: pair.Value, Name: pair.Key)))
            .Concat(Further.Select(static pair => (Origin: Https(pair.Host)!, pair.Name)))
            .Where(static pair => pair.Origin.Scheme == Uri.UriSchemeHttps)
            .DistinctBy(static pair => Key(pair.Origin)).ToFrozenDictionary(static pair => Key(pair.Origin), static pair => pair.Name, StringComparer.Ordinal);
        _configured = configured.OrderBy(static pair => pair.Key, StringComparer.Ordinal)
            .DistinctBy(static pair => Key(pair.Value)).ToFrozenDictionary(static pair => Key(pair.Value), static pair => pair.Key, StringComparer.Ordinal);
    }

    /// <summary>Looks an origin up.</summary>
    /// <returns>The name for records (null: that of its format), and whether only public addresses may be connected to; null if it may not be forwarded to.</returns>
    public (string? Name, bool PublicOnly)? Find(Uri origin)
    {
        var known = _public.GetValueOrDefault(Key(origin));
        return _configured.TryGetValue(Key(origin), out var configured) ? (known ?? configured, PublicOnly: false)
            : TargetRules.IsListed(origin, _listed) ? (known ?? NameOf(origin), PublicOnly: false)
            : known is not null ? (known, PublicOnly: true)
            : null;
    }

    // Hosts of plugins are what they are.
    private static Uri? Https(string host) => Uri.TryCreate("https://" + host, UriKind.Absolute, out var origin) ? origin : null;

    private static string Key(Uri origin) => origin.GetLeftPart(UriPartial.Authority);

    // Not where a caller can choose it: each name is one more line of metrics.
    private string? NameOf(Uri origin) =>
        origin.HostNameType == UriHostNameType.Dns && TargetRules.IsListed(origin, _named) ? origin.Host.Split('.', 2)[0] : null;
}
