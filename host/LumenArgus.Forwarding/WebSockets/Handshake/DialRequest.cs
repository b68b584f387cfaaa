using Microsoft.AspNetCore.Http;

namespace LumenArgus.Forwarding.WebSockets.Handshake;

/// <summary>A handshake as it should reach the server.</summary>
public sealed record DialRequest
{
    /// <summary>Scheme (http or https), host and port of the server; its path, if any, is put in front of the target.</summary>
    public required Uri BaseUri { get; init; }

    /// <summary>Path and query as they came.</summary>
    public required string RawTarget { get; init; }

    /// <summary>The client's headers, unfiltered.</summary>
    public required IHeaderDictionary Headers { get; init; }

    /// <summary>
    /// Whether only public addresses may be connected to. What was checked is what is connected: no proxy of the environment is asked then, which would
    /// look the name up by itself.
    /// </summary>
    public bool PublicOnly { get; init; }
}
