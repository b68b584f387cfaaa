using System.Collections.Immutable;
using LumenArgus.Forwarding.Listener;
using Microsoft.AspNetCore.Http;

namespace LumenArgus.Dashboard.Access;

/// <summary>
/// Under which names the dashboard answers. A page of somebody else can let its own name point to this machine (DNS rebinding) and would then be of the same
/// origin; an address or <c>localhost</c> cannot be made to point elsewhere.
/// </summary>
internal sealed class HostRule(ImmutableArray<string> allowed)
{
    public bool Allows(HostString host) => OwnName.Is(host) || (host.HasValue && allowed.Contains(host.Host.ToLowerInvariant()));

    /// <summary>Whether a request comes from a page of the dashboard itself. Browsers name the origin of a page; other programs do not.</summary>
    public bool AllowsOrigin(HttpRequest request)
    {
        if (request.Headers.Origin.Count == 0)
        {
            return true;
        }

        // The scheme differs behind a proxy that adds TLS.
        return request.Headers.Origin.Count == 1 && Uri.TryCreate(request.Headers.Origin[0], UriKind.Absolute, out var origin) && (origin.Scheme is "http" or "https")
            && origin.Authority.Equals(request.Host.Value, StringComparison.OrdinalIgnoreCase);
    }
}
