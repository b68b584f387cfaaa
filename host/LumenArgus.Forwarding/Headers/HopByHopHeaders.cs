using System.Collections.Frozen;
using Microsoft.Extensions.Primitives;

namespace LumenArgus.Forwarding.Headers;

/// <summary>Headers that belong to one connection and are never forwarded (RFC 9110, 7.6.1), with the names that a Connection header lists.</summary>
internal readonly struct HopByHopHeaders
{
    // Proxy-Connection is not a standard name; old clients send it to what they take for a proxy. HTTP2-Settings is always listed in Connection
    // (RFC 7540, 3.2.1), but Kestrel shows only "keep-alive" or "close" of a Connection header that has one of them beside other names.
    private static readonly FrozenSet<string> Fixed = FrozenSet.Create(StringComparer.OrdinalIgnoreCase,
        "Connection", "HTTP2-Settings", "Keep-Alive", "Proxy-Connection", "Proxy-Authenticate", "Proxy-Authorization", "TE", "Trailer", "Transfer-Encoding", "Upgrade");

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
                if (name.Length > 0 && !name.Equals("keep-alive", StringComparison.OrdinalIgnoreCase) && !name.Equals("close", StringComparison.OrdinalIgnoreCase))
                {
                    listed ??= new HashSet<string>(StringComparer.OrdinalIgnoreCase);
                    listed.Add(name.ToString());
                }
            }
        }

        return new HopByHopHeaders(listed);
    }

    public bool Contains(string name) => Fixed.Contains(name) || _listed?.Contains(name) == true;
}
