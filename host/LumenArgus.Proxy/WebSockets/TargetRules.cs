using System.Collections.Immutable;

namespace LumenArgus.Proxy.WebSockets;

/// <summary>Which servers <c>/ws</c> may lead to (<c>websocket.allowed_targets</c>).</summary>
internal static class TargetRules
{
    private const string AllPublic = "*";

    /// <summary>Whether the operator has named the server. Then it may also be in a private network.</summary>
    public static bool IsListed(Uri server, ImmutableArray<string> allowed) => allowed.Any(entry => entry != AllPublic && Matches(server, entry));

    /// <summary>Whether servers that are not named may be connected to at public addresses.</summary>
    public static bool AllowsPublic(ImmutableArray<string> allowed) => allowed.IsEmpty || allowed.Contains(AllPublic);

    private static bool Matches(Uri server, string entry)
    {
        // Without a port every port is meant. The colons of an IPv6 address stand in brackets.
        var colon = entry.LastIndexOf(':');
        var hasPort = colon > entry.LastIndexOf(']');
        var (host, port) = hasPort ? (entry[..colon], entry[(colon + 1)..]) : (entry, "");
        return (port.Length == 0 || port == server.Port.ToString())
            && (host.StartsWith("*.", StringComparison.Ordinal)
                ? server.Host.EndsWith(host[1..], StringComparison.OrdinalIgnoreCase)
                : server.Host.Equals(host, StringComparison.OrdinalIgnoreCase));
    }
}
