using LumenArgus.Abstractions.Model;

namespace LumenArgus.Abstractions.Plugin;

/// <summary>The seed's <c>response_chunk</c>: changes the texts of a response while it streams to the client, for example to put back what was redacted.</summary>
public interface IResponseChunkHook
{
    /// <summary>Begins a response: called when the request is decided, before it is sent. Pure computation, on a scan thread.</summary>
    /// <param name="request">Which request it answers.</param>
    /// <param name="provider">Identifier of the provider.</param>
    /// <param name="model">Model named in the request, or null.</param>
    /// <param name="session">Who sent the request.</param>
    /// <returns>Who rewrites this response; null: it goes on as it comes, without being looked at.</returns>
    IResponseRewriter? Begin(RequestInfo request, string provider, string? model, SessionContext session);
}
