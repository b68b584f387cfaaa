using System.Buffers;
using Microsoft.AspNetCore.Http;

namespace LumenArgus.Proxy.Agents;

/// <summary>Where a request to <c>/_forward&lt;path&gt;</c> was going before an agent took it out of its way, as the agent's headers say.</summary>
/// <param name="Origin">Scheme, host and port.</param>
/// <param name="Target">Path and query as they were written.</param>
internal sealed record ForwardTarget(Uri Origin, string Target)
{
    private const string Prefix = "/_forward";
    private const string HostHeader = "X-Lumen-Forward-Host";
    private const string SchemeHeader = "X-Lumen-Forward-Scheme";
    private const string PortHeader = "X-Lumen-Forward-Port";
    private const int MaxHost = 255;

    // What a host consists of. Anything else is read differently by different readers, and one of them decides where the request goes.
    private static readonly SearchValues<char> HostCharacters = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.-_");
    private static readonly SearchValues<char> AddressCharacters = SearchValues.Create("abcdefABCDEF0123456789.:");

    /// <summary>The host, in lower case.</summary>
    public string Host => Origin.Host;

    /// <summary>Whether a path is one of those.</summary>
    public static bool Is(string path) => path.StartsWith(Prefix, StringComparison.Ordinal) && (path.Length == Prefix.Length || path[Prefix.Length] == '/');

    /// <param name="headers">The request's headers.</param>
    /// <param name="target">Its target, in origin form; its path is one of those.</param>
    /// <param name="problem">What is wrong with the headers, in words; null if nothing is.</param>
    public static ForwardTarget? Read(IHeaderDictionary headers, string target, out string? problem)
    {
        problem = null;
        if (Single(headers, HostHeader) is not { Length: > 0 and <= MaxHost } host || !IsHost(host))
        {
            problem = $"{HostHeader} must be there once and name a host, without a port";
            return null;
        }

        var scheme = headers.ContainsKey(SchemeHeader) ? Single(headers, SchemeHeader)?.ToLowerInvariant() : Uri.UriSchemeHttps;
        if (scheme is not ("https" or "http"))
        {
            problem = $"{SchemeHeader} must be https or http";
            return null;
        }

        var port = "";
        if (headers.ContainsKey(PortHeader))
        {
            if (!ushort.TryParse(Single(headers, PortHeader), System.Globalization.NumberStyles.None, provider: null, out var number) || number == 0)
            {
                problem = $"{PortHeader} must be 1 to 65535";
                return null;
            }

            port = $":{number}";
        }

        if (!Uri.TryCreate($"{scheme}://{host}{port}", UriKind.Absolute, out var origin) || origin.Host.Length == 0)
        {
            problem = $"{HostHeader} names no host";
            return null;
        }

        var rest = target[Prefix.Length..];
        return new ForwardTarget(origin, rest.StartsWith('/') ? rest : "/" + rest);
    }

    private static bool IsHost(string host) => host is ['[', .. var address, ']']
        ? address.Length > 0 && !address.AsSpan().ContainsAnyExcept(AddressCharacters)
        : !host.AsSpan().ContainsAnyExcept(HostCharacters);

    private static string? Single(IHeaderDictionary headers, string name) => headers.TryGetValue(name, out var values) && values.Count == 1 ? values[0]?.Trim() : null;
}
