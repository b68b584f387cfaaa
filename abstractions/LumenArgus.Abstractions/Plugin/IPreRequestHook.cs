using LumenArgus.Abstractions.Model;

namespace LumenArgus.Abstractions.Plugin;

/// <summary>The seed's <c>pre_request</c>: called at the start of each request, for example to set up a correlation id.</summary>
public interface IPreRequestHook
{
    /// <summary>Called before the body is read. Short and without waiting.</summary>
    /// <param name="request">Which request it is.</param>
    void OnRequest(RequestInfo request);
}
