using System.Net;
using Microsoft.AspNetCore.Http;

namespace LumenArgus.Forwarding.Listener;

/// <summary>
/// Names that nobody can have point to this machine. A page of somebody else can let its own name lead here (DNS rebinding) and would then be of the same origin;
/// an address or <c>localhost</c> cannot be made to lead elsewhere.
/// </summary>
public static class OwnName
{
    /// <summary>Whether a Host header has such a name.</summary>
    public static bool Is(HostString host) => host.HasValue
        && (host.Host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || IPAddress.TryParse(host.Host.AsSpan().Trim("[]"), out _));
}
