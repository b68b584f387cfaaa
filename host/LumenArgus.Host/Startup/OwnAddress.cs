using System.Net;
using LumenArgus.Inspection.Configuration;

namespace LumenArgus.Host.Startup;

/// <summary>Finds upstreams that are the proxy itself: each request to one would come back until no connection is left.</summary>
internal static class OwnAddress
{
    /// <summary>Looks at <c>proxy.upstream</c>.</summary>
    /// <param name="proxy">The settings, with the flags applied.</param>
    /// <param name="source">Where each key stands.</param>
    public static IEnumerable<ConfigProblem> Find(ProxyConfig proxy, ConfigSource source) => proxy.Upstreams
        .Where(upstream => upstream.Value.Port == proxy.Port && Reaches(upstream.Value, BindAddress.Of(proxy)))
        .OrderBy(static upstream => upstream.Key, StringComparer.Ordinal)
        .Select(upstream => source.Problem($"proxy.upstream.{upstream.Key}", $"is the address of the proxy itself, port {proxy.Port}: name the provider's, or the gateway behind it"));

    // A name is what it means when it is connected to; only the one that always means this machine is known.
    private static bool Reaches(Uri upstream, IPAddress listening)
    {
        IPAddress[] addresses = IPAddress.TryParse(upstream.DnsSafeHost, out var literal) ? [literal]
            : upstream.IsLoopback ? [IPAddress.Loopback, IPAddress.IPv6Loopback] : [];
        return Array.Exists(addresses, address => address.Equals(listening) || IsThisMachine(address) && (IsAny(listening) || IsAny(address) && IPAddress.IsLoopback(listening)));
    }

    private static bool IsThisMachine(IPAddress address) => IPAddress.IsLoopback(address) || IsAny(address);

    private static bool IsAny(IPAddress address) => address.Equals(IPAddress.Any) || address.Equals(IPAddress.IPv6Any);
}
