using System.Collections.Frozen;
using System.Collections.Immutable;
using LumenArgus.Abstractions.Model;
using LumenArgus.Proxy.Agents;

namespace LumenArgus.Proxy.Providers;

/// <summary>
/// Decides where a request goes: a named upstream in the path, the host name that the caller used, the path rules of all providers, their header rules. There is no
/// default: a credential only goes where path, headers or configuration name.
/// </summary>
internal sealed class ProviderRouter
{
    private const string NamedUpstreamPrefix = "/_upstream/";

    private static readonly ImmutableArray<HostProvider> BuiltIn = [.. BuiltInProviders.All.Select(HostProvider.Of)];

    private readonly ImmutableArray<RoutedProvider> _providers;
    private readonly FrozenDictionary<string, RoutedProvider> _byName;
    private readonly FrozenDictionary<string, RoutedProvider> _byHost;
    private readonly FrozenDictionary<string, Uri> _configured;
    private readonly ForwardHosts _forwardHosts;

    /// <summary>Creates a router.</summary>
    /// <param name="configured">The configuration's <c>proxy.upstream</c>: a provider's name replaces its base URL, any other name adds one.</param>
    /// <param name="plugins">Providers of plugins, with names that no other has.</param>
    /// <param name="forwardHosts">The configuration's <c>proxy.forward_hosts</c>.</param>
    public ProviderRouter(IReadOnlyDictionary<string, Uri> configured, IEnumerable<RoutedProvider> plugins, ImmutableArray<string> forwardHosts)
    {
        _providers = [.. BuiltIn, .. plugins];
        _byName = _providers.ToFrozenDictionary(static provider => provider.Name, StringComparer.Ordinal);
        _configured = configured.ToFrozenDictionary(StringComparer.Ordinal);

        _forwardHosts = new ForwardHosts(_providers, configured, forwardHosts);

        // Of two that want one host the first has it: no plugin takes a host's traffic away.
        _byHost = _providers.SelectMany(static provider => provider.Hosts.Select(host => (host, provider)))
            .DistinctBy(static pair => pair.host).ToFrozenDictionary(static pair => pair.host, static pair => pair.provider, StringComparer.Ordinal);
    }

    /// <summary>Names that a plugin's provider cannot have.</summary>
    public static IEnumerable<string> ReservedNames => BuiltIn.Select(static provider => provider.Name).Concat(BuiltInUpstreams.All.Keys);

    /// <summary>Finds the route of a request.</summary>
    /// <param name="head">Its head.</param>
    /// <param name="target">The request target as it was received, in origin form.</param>
    /// <param name="cancellationToken">Cancelled when the caller has left.</param>
    /// <returns>The route, or why there is none.</returns>
    public async ValueTask<RouteResult> FindAsync(RequestHead head, string target, CancellationToken cancellationToken)
    {
        if (head.Path.StartsWith(NamedUpstreamPrefix, StringComparison.Ordinal))
        {
            return await FindNamedAsync(head, target, cancellationToken);
        }

        if (HostName.Of(head) is { } host && _byHost.TryGetValue(host, out var byHost))
        {
            return await RouteAsync(byHost, byHost.Name, head, target, cancellationToken);
        }

        if (await FindByPathAsync(head.Path, cancellationToken) is { } byPath)
        {
            return OwnerInsteadOf(byPath, head) is { } owner
                ? await RouteToOwnerAsync(owner, byPath, head, target, cancellationToken)
                : await RouteAsync(byPath, byPath.Name, head, target, cancellationToken);
        }

        return await FindByHeadersAsync(head, cancellationToken) is { } byHeaders
            ? await RouteAsync(byHeaders, byHeaders.Name, head, target, cancellationToken)
            : default;
    }

    /// <summary>Finds the route of a request that an agent has taken out of its way: to the host that it was going to, or to the address that is configured for that provider.</summary>
    /// <param name="head">Its head, as its tool sent it.</param>
    /// <param name="forward">Where it was going.</param>
    /// <param name="cancellationToken">Cancelled when the caller has left.</param>
    /// <returns>The route; neither route nor problem where nothing may be forwarded to that host.</returns>
    public async ValueTask<RouteResult> FindForwardedAsync(RequestHead head, ForwardTarget forward, CancellationToken cancellationToken)
    {
        if (_forwardHosts.Find(forward.Origin) is not (var name, var isPublicOnly))
        {
            return default;
        }

        var byHost = _byHost.GetValueOrDefault(forward.Host);
        var provider = byHost ?? await FindByPathAsync(head.Path, cancellationToken) ?? FormatOf(head.Path);
        var read = await provider.ReadAsync(head, cancellationToken);
        if (read.Problem is { } problem && provider is not HostProvider)
        {
            return new RouteResult(null, new RouteProblem(provider, problem));
        }

        var format = read.Format is { } other && _byName.TryGetValue(other, out var known) ? known : provider;

        // A named upstream can have a path that the tool has already put in front of its own.
        var configured = byHost is null ? null : _configured.GetValueOrDefault(byHost.Name);
        return new RouteResult(new Route(format, name ?? provider.Name, configured ?? forward.Origin, forward.Target)
        {
            Model = read.Model,
            IsBodySigned = read.IsBodySigned,
            PublicOnly = isPublicOnly && configured is null,
        });
    }

    // The host's own come first in the list.
    private async ValueTask<RoutedProvider?> FindByPathAsync(string path, CancellationToken cancellationToken)
    {
        foreach (var provider in _providers)
        {
            if (await provider.MatchesPathAsync(path, cancellationToken))
            {
                return provider;
            }
        }

        return null;
    }

    private async ValueTask<RoutedProvider?> FindByHeadersAsync(RequestHead head, CancellationToken cancellationToken)
    {
        foreach (var provider in _providers)
        {
            if (await provider.MatchesHeadersAsync(head, cancellationToken))
            {
                return provider;
            }
        }

        return null;
    }

    // An address of the operator's own may be a gateway that takes anybody's key, and which keys a plugin's vendor has is its own affair.
    private string? OwnerInsteadOf(RoutedProvider byPath, RequestHead head)
    {
        if (byPath is not HostProvider || _configured.ContainsKey(byPath.Name))
        {
            return null;
        }

        var owners = CredentialOwner.Of(head);
        return owners.IsEmpty || owners.Contains(byPath.Name) ? null : owners[0];
    }

    private async ValueTask<RouteResult> RouteToOwnerAsync(
        string owner, RoutedProvider byPath, RequestHead head, string target, CancellationToken cancellationToken)
    {
        if (_byName.TryGetValue(owner, out var provider))
        {
            return await RouteAsync(provider, owner, head, target, cancellationToken);
        }

        return new RouteResult(null, new RouteProblem(
            byPath, $"the path of this request is one of {byPath.Name}, but its key belongs to {owner}: use /_upstream/{owner}/... as the base URL of your tool"));
    }

    /// <summary>Routes to a provider: to the configured address, else where the request says, else to the provider's own.</summary>
    private async ValueTask<RouteResult> RouteAsync(
        RoutedProvider provider, string name, RequestHead head, string target, CancellationToken cancellationToken)
    {
        var read = await provider.ReadAsync(head, cancellationToken);
        var format = read.Format is { } other && _byName.TryGetValue(other, out var known) ? known : provider;
        var upstream = _configured.GetValueOrDefault(name) ?? (read.Problem is null ? read.Upstream ?? provider.DefaultUpstream : null);
        return upstream is null
            ? new RouteResult(null, new RouteProblem(format, read.Problem ?? $"provider {name} has no address: set proxy.upstream.{name} in config.yaml"))
            : new RouteResult(new Route(format, name, upstream, target) { Model = read.Model, IsBodySigned = read.IsBodySigned });
    }

    private async ValueTask<RouteResult> FindNamedAsync(RequestHead head, string named, CancellationToken cancellationToken)
    {
        var rest = named.AsSpan(NamedUpstreamPrefix.Length);
        var end = rest.IndexOfAny('/', '?');
        var name = new string(end < 0 ? rest : rest[..end]);
        var target = end < 0 ? "/" : new string(rest[end..]);
        target = target.StartsWith('/') ? target : "/" + target;
        var query = target.IndexOf('?', StringComparison.Ordinal);
        var path = query < 0 ? target : target[..query];
        if (_byName.TryGetValue(name, out var provider))
        {
            return await RouteAsync(provider, name, head.WithPath(path), target, cancellationToken);
        }

        return (_configured.GetValueOrDefault(name) ?? BuiltInUpstreams.All.GetValueOrDefault(name)) is { } upstream
            ? new RouteResult(new Route(FormatOf(path), name, upstream, target))
            : new RouteResult(Route: null) { KnownUpstreams = [.. _configured.Keys.Union(_byName.Keys).Union(BuiltInUpstreams.All.Keys).Order(StringComparer.Ordinal)] };
    }

    // The upstreams that are not one of ours speak a dialect of those that are; the path tells which.
    private RoutedProvider FormatOf(string path) => _byName[
        path.Contains("/messages", StringComparison.Ordinal) ? "anthropic"
        : BuiltInProviders.All.FirstOrDefault(provider => provider.Name is "gemini" or "ollama" && provider.MatchesPath(path))?.Name ?? "openai"];
}
