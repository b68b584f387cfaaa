namespace LumenArgus.Forwarding.Upstream;

/// <summary>How one forwarded exchange, or one half of it, ended.</summary>
public enum ForwardOutcome
{
    /// <summary>The response (its head, or all of it after the relay) arrived.</summary>
    Ok,

    /// <summary>The request cannot be written as HTTP/1.1 (target form, header characters, method) and nothing was sent; or what was still coming of its body is none.</summary>
    InvalidRequest,

    /// <summary>The name leads to no address that may be connected to. Nothing was sent.</summary>
    ForbiddenAddress,

    /// <summary>Name resolution or the TCP connection failed. Nothing was sent.</summary>
    ConnectFailed,

    /// <summary>DNS, TCP and TLS together took longer than <see cref="UpstreamOptions.ConnectTimeout"/>. Nothing was sent.</summary>
    ConnectTimeout,

    /// <summary>The TLS handshake failed or the certificate is not trusted. Nothing was sent.</summary>
    TlsFailed,

    /// <summary>The upstream moved no byte for <see cref="UpstreamOptions.IdleTimeout"/>.</summary>
    IdleTimeout,

    /// <summary>The caller's token was cancelled: the client left, or the host is stopping.</summary>
    ClientGone,

    /// <summary>The upstream closed the connection before the response was complete.</summary>
    UpstreamClosed,

    /// <summary>What the upstream sent is not an HTTP/1.1 response that can be relayed.</summary>
    InvalidResponse,
}
