using System.Net;
using LumenArgus.Abstractions.Model;

namespace LumenArgus.Abstractions.Plugin;

/// <summary>
/// The seed's agent auth provider: says which agent has passed a request on. While there is one, <c>/_forward</c> is for agents that it knows and for nobody else;
/// what an agent that it knows says of its tool in <c>X-Lumen-Argus-*</c> is believed. It is asked for each request to <c>/_forward</c>, and for any other that has such
/// a header, before the body is read. One of all plugins is asked.
/// </summary>
public interface IAgentAuthProvider
{
    /// <summary>Looks at a request. Budget 2 seconds; while it fails, hangs or is quarantined, <c>/_forward</c> is answered with 503 and no header is believed.</summary>
    /// <param name="request">Method, path and headers. The agent's proof is in <c>X-Lumen-Argus-Agent-Token</c>; the tool's own credentials are there too.</param>
    /// <param name="remoteAddress">The address of the peer of the connection itself, whatever headers say.</param>
    /// <param name="cancellationToken">Cancelled when the budget is spent or the caller has left.</param>
    /// <returns>The agent, none, or that its proof is not accepted.</returns>
    ValueTask<AgentAuthentication> AuthenticateAsync(RequestHead request, IPAddress remoteAddress, CancellationToken cancellationToken);
}
