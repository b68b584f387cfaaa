using LumenArgus.Forwarding.Bodies;
using Microsoft.AspNetCore.Http;

namespace LumenArgus.Forwarding.Upstream;

/// <summary>One request as it should reach the upstream.</summary>
public sealed record ForwardRequest
{
    /// <summary>The method, as received.</summary>
    public required string Method { get; init; }

    /// <summary>The request target as it stood in the request line (RFC 9112, 3.2): origin form, or absolute form of which path and query are used.</summary>
    public required string RawTarget { get; init; }

    /// <summary>Scheme, host and port of the upstream; its path, if any, is put in front of the target.</summary>
    public required Uri BaseUri { get; init; }

    /// <summary>Whether only public addresses may be connected to.</summary>
    public bool PublicOnly { get; init; }

    /// <summary>The client's headers, unfiltered. Hop-by-hop headers, Host, framing and this product's own headers are left out by the client.</summary>
    public required IHeaderDictionary Headers { get; init; }

    /// <summary>The body. It has to stay valid until <see cref="UpstreamClient.SendAsync"/> has completed.</summary>
    public ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>What follows <see cref="Body"/> and comes only while it is sent; null if nothing does.</summary>
    public BodyRest? Rest { get; init; }

    /// <summary>Whether the request has a body, which may be empty. Without one, methods that are not idempotent are sent with a Content-Length of 0, the others with none.</summary>
    public required bool HasBody { get; init; }

    /// <summary>Whether the client's request was framed with a body: a Content-Length, even of 0, or a Transfer-Encoding.</summary>
    public static bool IsFramedWithBody(HttpRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return request.ContentLength is not null || request.Headers.TransferEncoding.Count > 0;
    }
}
