using System.Net;
using LumenArgus.Abstractions.Model;

namespace LumenArgus.Abstractions.Plugin;

/// <summary>
/// Says who asks the dashboard, beside its own token, password and sessions. Asked for each request that none of those has decided. Whoever it knows is in: it must be sure.
/// </summary>
public interface IAuthProvider
{
    /// <summary>Its name, as sessions show it: lower-case letters, digits, hyphens and underscores.</summary>
    string Name { get; }

    /// <summary>Looks at a request. Budget 2 seconds; one that fails knows nobody.</summary>
    /// <param name="request">Method, path and headers.</param>
    /// <param name="remoteAddress">The address of the peer of the connection itself, whatever headers say.</param>
    /// <param name="cancellationToken">Cancelled when the budget is spent or the caller has left.</param>
    /// <returns>The user; null if the request proves nobody.</returns>
    ValueTask<DashboardUser?> AuthenticateAsync(RequestHead request, IPAddress remoteAddress, CancellationToken cancellationToken);
}
