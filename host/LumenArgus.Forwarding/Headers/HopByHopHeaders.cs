using System.Collections.Frozen;
using Microsoft.Extensions.Primitives;

namespace LumenArgus.Forwarding.Headers;

/// <summary>Headers that belong to one connection and are never forwarded (RFC 9110, 7.6.1), with the names that a Connection header lists, but for those that it must not.</summary>
internal readonly struct HopByHopHeaders
{
    // Proxy-Connection is not a standard name; old clients send it to what they take for a proxy. HTTP2-Settings is to be listed in Connection (RFC 7540, 3.2.1), which not all do.
    private static readonly FrozenSet<string> Fixed = FrozenSet.Create(StringComparer.OrdinalIgnoreCase,
        "Connection", "HTTP2-Settings", "Keep-Alive", "Proxy-Connection", "Proxy-Authenticate", "Proxy-Authentication-Info", "Proxy-Authorization", "TE", "Trailer", "Transfer-Encoding", "Upgrade");

    // RFC 9110, 7.6.1: a field for all recipients is never to be listed. Whoever lists one all the same would have it taken away: the credential, what says where a request is from, what the body
    // was looked at by.
    private static readonly FrozenSet<string> EndToEnd = FrozenSet.Create(StringComparer.OrdinalIgnoreCase,
        "Age", "Allow", "Api-Key", "Authentication-Info", "Authorization", "Cache-Control", "Cookie", "Date", "ETag", "Expect", "Expires", "Forwarded", "From", "Host", "Last-Modified", "Link",
        "Location", "Max-Forwards", "Origin", "Pragma", "Range", "Referer", "Retry-After", "Server", "Set-Cookie", "User-Agent", "Vary", "Via", "Warning", "WWW-Authenticate", "X-Api-Key",
        "X-Request-Id");

    private static readonly string[] EndToEndPrefixes =
        ["Accept", "Access-Control-", "Anthropic-", "Content-", "If-", "OpenAI-", "Sec-", "X-Amz-", "X-Forwarded-", "X-Goog-"];

    private readonly HashSet<string>? _listed;

    private HopByHopHeaders(HashSet<string>? listed) => _listed = listed;

    public static HopByHopHeaders From(StringValues connection)
    {
        HashSet<string>? listed = null;
        foreach (var value in connection)
        {
            foreach (var range in value.AsSpan().Split(','))
            {
                var name = value.AsSpan(range).Trim();
                if (name.Length > 0 && !IsEndToEnd(name) && !Fixed.GetAlternateLookup<ReadOnlySpan<char>>().Contains(name))
                {
                    listed ??= new HashSet<string>(StringComparer.OrdinalIgnoreCase);
                    listed.Add(name.ToString());
                }
            }
        }

        return new HopByHopHeaders(listed);
    }

    public bool Contains(string name) => Fixed.Contains(name) || _listed?.Contains(name) == true;

    private static bool IsEndToEnd(ReadOnlySpan<char> name)
    {
        foreach (var prefix in EndToEndPrefixes)
        {
            if (name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return EndToEnd.GetAlternateLookup<ReadOnlySpan<char>>().Contains(name);
    }
}
