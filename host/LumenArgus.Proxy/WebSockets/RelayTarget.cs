using System.Buffers;
using System.Diagnostics.CodeAnalysis;

namespace LumenArgus.Proxy.WebSockets;

/// <summary>The server that the query string of <c>/ws?url=...</c> names.</summary>
/// <param name="BaseUri">Scheme (http or https), host and port.</param>
/// <param name="RawTarget">Path and query as they were written.</param>
internal sealed record RelayTarget(Uri BaseUri, string RawTarget)
{
    private const string Parameter = "url=";

    // What an authority consists of. Anything else is read differently by different readers, and one of them decides where the connection goes.
    private static readonly SearchValues<char> AuthorityCharacters =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.-_:[]");

    /// <summary>The address for records: a query string can hold a key.</summary>
    public string Display => $"{(BaseUri.Scheme == Uri.UriSchemeHttps ? "wss" : "ws")}://{BaseUri.Authority}{RawTarget.Split('?', 2)[0]}";

    /// <param name="target">The request target, in origin form.</param>
    /// <param name="problem">What is wrong with it, in words; null if nothing is.</param>
    public static RelayTarget? Read(string target, out string? problem)
    {
        var url = UrlOf(target);
        problem = url is null ? "the parameter url is missing: /ws?url=wss://server/path" : null;
        if (url is null)
        {
            return null;
        }

        if (!TrySplit(url, out var scheme, out var authority, out var rest))
        {
            problem = "the parameter url must begin with ws:// or wss:// and name a server without user and password";
            return null;
        }

        if (!Uri.TryCreate($"{scheme}://{authority}", UriKind.Absolute, out var baseUri) || baseUri.Host.Length == 0)
        {
            problem = "the parameter url names no server";
            return null;
        }

        return new RelayTarget(baseUri, rest);
    }

    private static string? UrlOf(string target)
    {
        var query = target.IndexOf('?', StringComparison.Ordinal);
        foreach (var range in query < 0 ? default : target.AsSpan(query + 1).Split('&'))
        {
            var pair = target.AsSpan(query + 1)[range];
            if (pair.StartsWith(Parameter, StringComparison.Ordinal) && pair.Length > Parameter.Length)
            {
                return Uri.UnescapeDataString(pair[Parameter.Length..]);
            }
        }

        return null;
    }

    private static bool TrySplit(string url, [NotNullWhen(true)] out string? scheme, out string authority, out string rest)
    {
        (scheme, authority, rest) = (null, "", "/");
        if (url.StartsWith("ws://", StringComparison.OrdinalIgnoreCase))
        {
            scheme = Uri.UriSchemeHttp;
        }
        else if (url.StartsWith("wss://", StringComparison.OrdinalIgnoreCase))
        {
            scheme = Uri.UriSchemeHttps;
        }
        else
        {
            return false;
        }

        var behind = url[(url.IndexOf("://", StringComparison.Ordinal) + 3)..].Split('#', 2)[0];
        var end = behind.AsSpan().IndexOfAny('/', '?');
        authority = end < 0 ? behind : behind[..end];
        rest = end < 0 ? "/" : behind[end] == '?' ? "/" + behind[end..] : behind[end..];
        return authority.Length > 0 && !authority.AsSpan().ContainsAnyExcept(AuthorityCharacters);
    }
}
