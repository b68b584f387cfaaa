using Microsoft.AspNetCore.Http;

namespace LumenArgus.Proxy.Providers;

/// <summary>One vendor's wire format: how its requests are recognised and how its SDKs want to be refused.</summary>
internal interface IProvider
{
    /// <summary>Stable identifier, for example <c>anthropic</c>.</summary>
    string Name { get; }

    /// <summary>Where requests go unless the configuration says otherwise.</summary>
    Uri DefaultUpstream { get; }

    /// <summary>Whether the path alone says that a request is for this provider.</summary>
    /// <param name="path">The path without its query string.</param>
    /// <returns>True if it does.</returns>
    bool MatchesPath(string path);

    /// <summary>Whether the headers alone say that a request is for this provider.</summary>
    /// <param name="headers">The request headers.</param>
    /// <returns>True if they do.</returns>
    bool MatchesHeaders(IHeaderDictionary headers);

    /// <summary>The model where the path names it (Gemini); null where the body does.</summary>
    /// <param name="path">The path without its query string.</param>
    /// <returns>The model, or null.</returns>
    string? ModelFromPath(string path);

    /// <summary>The body of an error in the shape that the vendor's SDKs parse.</summary>
    /// <param name="statusCode">The status it is sent with.</param>
    /// <param name="type">Kind of error: the vendor's own word where it has one, else ours.</param>
    /// <param name="message">What to tell the person.</param>
    /// <returns>JSON as UTF-8.</returns>
    byte[] ErrorBody(int statusCode, string type, string message);
}
