using System.Collections.Frozen;
using System.Collections.Immutable;
using Microsoft.AspNetCore.Http;

namespace LumenArgus.Proxy.Providers;

/// <summary>
/// Decides where a request goes: a named upstream in the path, then the path rules of all providers, then their header rules. There is no
/// default: a credential only goes where path, headers or configuration name.
/// </summary>
internal sealed class ProviderRouter
{
    private const string NamedUpstreamPrefix = "/_upstream/";

    private static readonly IProvider Anthropic = new AnthropicProvider();
    private static readonly IProvider OpenAi = new OpenAiProvider();
    private static readonly IProvider Gemini = new GeminiProvider();

    // The order matters for headers only: x-api-key is Anthropic's before a bearer token is looked at.
    private static readonly ImmutableArray<IProvider> Providers = [Anthropic, OpenAi, Gemini];

    private readonly FrozenDictionary<string, Uri> _upstreams;

    /// <summary>Creates a router.</summary>
    /// <param name="configured">The configuration's <c>proxy.upstream</c>: a provider's name replaces its base URL, any other name adds one.</param>
    public ProviderRouter(IReadOnlyDictionary<string, Uri> configured)
    {
        var upstreams = new Dictionary<string, Uri>(BuiltInUpstreams.All, StringComparer.Ordinal);
        foreach (var provider in Providers)
        {
            upstreams[provider.Name] = provider.DefaultUpstream;
        }

        foreach (var (name, url) in configured)
        {
            upstreams[name] = url;
        }

        _upstreams = upstreams.ToFrozenDictionary(StringComparer.Ordinal);
    }

    /// <summary>All names a request can be routed to, for metrics labels.</summary>
    public IEnumerable<string> Names => _upstreams.Keys;

    /// <summary>All hosts a request can be sent to.</summary>
    public IEnumerable<string> Hosts => _upstreams.Values.Select(static upstream => upstream.Host);

    /// <summary>Finds the route of a request.</summary>
    /// <param name="path">The path without its query string.</param>
    /// <param name="target">The request target as it was received, in origin form.</param>
    /// <param name="headers">The request headers.</param>
    /// <returns>The route, or null if nothing names a destination.</returns>
    public Route? Find(string path, string target, IHeaderDictionary headers)
    {
        if (path.StartsWith(NamedUpstreamPrefix, StringComparison.Ordinal))
        {
            return FindNamed(target);
        }

        var provider = FindProvider(path, headers);
        return provider is null ? null : new Route(provider, provider.Name, _upstreams[provider.Name], target);
    }

    private static IProvider? FindProvider(string path, IHeaderDictionary headers)
    {
        foreach (var provider in Providers)
        {
            if (provider.MatchesPath(path))
            {
                return provider;
            }
        }

        foreach (var provider in Providers)
        {
            if (provider.MatchesHeaders(headers))
            {
                return provider;
            }
        }

        return null;
    }

    private Route? FindNamed(string named)
    {
        var rest = named.AsSpan(NamedUpstreamPrefix.Length);
        var end = rest.IndexOfAny('/', '?');
        var name = new string(end < 0 ? rest : rest[..end]);
        if (!_upstreams.TryGetValue(name, out var upstream))
        {
            return null;
        }

        var target = end < 0 ? "/" : new string(rest[end..]);
        var format = Providers.FirstOrDefault(provider => provider.Name == name) ?? FormatOf(target);
        return new Route(format, name, upstream, target.StartsWith('/') ? target : "/" + target);
    }

    // The upstreams that are not one of ours speak one of three dialects; the path tells which.
    private static IProvider FormatOf(string target)
    {
        var query = target.IndexOf('?', StringComparison.Ordinal);
        var path = query < 0 ? target : target[..query];
        return path.Contains("/messages", StringComparison.Ordinal) ? Anthropic : Gemini.MatchesPath(path) ? Gemini : OpenAi;
    }
}
