using System.Text;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;

namespace LumenArgus.Forwarding.Listener;

/// <summary>Sets up the listener so that it limits and changes as little as it can: what is allowed through is decided elsewhere.</summary>
public static class ListenerSetup
{
    private const int HeaderBytes = 256 * 1024;
    private const int RequestLineBytes = 128 * 1024;

    public static void Configure(KestrelServerOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.AddServerHeader = false;
        options.AllowSynchronousIO = false;

        // Header bytes that are not ASCII are Latin-1 by RFC 9110, 5.5 (obs-text); the default is UTF-8, which changes them.
        options.RequestHeaderEncodingSelector = static name => name switch
        {
            "Content-Length" => LengthEncoding.Instance,
            "Connection" => ConnectionEncoding.Instance,
            _ => Encoding.Latin1,
        };
        options.ResponseHeaderEncodingSelector = static _ => Encoding.Latin1;

        var limits = options.Limits;
        limits.MaxRequestBodySize = null;
        limits.MinRequestBodyDataRate = null;
        limits.MinResponseDataRate = null;
        limits.MaxRequestLineSize = RequestLineBytes;
        limits.MaxRequestHeadersTotalSize = HeaderBytes;
        limits.MaxRequestHeaderCount = 1000;

        // A tool may think for minutes between two requests; a new connection each time would cost it latency.
        limits.KeepAliveTimeout = TimeSpan.FromMinutes(30);
        limits.RequestHeadersTimeout = TimeSpan.FromMinutes(2);

        options.ConfigureEndpointDefaults(static endpoint =>
        {
            endpoint.Protocols = HttpProtocols.Http1;
            endpoint.DisableAltSvcHeader = true;
        });
    }

    /// <summary>For <c>UseSockets</c>; the blocks of memory are <see cref="ReceiveBlocks"/>.</summary>
    public static void ConfigureTransport(SocketTransportOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);

        // A flush then ends when the bytes are with the kernel, not in a buffer of the listener: what an upstream sent before it was cut (an error
        // event, say) reaches the client although the abort follows at once, and a slow client holds its upstream back without 64 KB of delay.
        options.MaxWriteBufferSize = 1;
    }
}
