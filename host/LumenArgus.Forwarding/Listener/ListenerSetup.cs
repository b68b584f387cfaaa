using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.DependencyInjection;

namespace LumenArgus.Forwarding.Listener;

/// <summary>Sets up the listener so that it limits and changes as little as it can: what is allowed through is decided elsewhere.</summary>
public static class ListenerSetup
{
    private const int HeaderBytes = 256 * 1024;
    private const int RequestLineBytes = 128 * 1024;

    /// <summary>Adds the listener to an application.</summary>
    /// <param name="builder">The application.</param>
    /// <param name="address">Where to listen.</param>
    /// <param name="port">Port; 0 takes a free one.</param>
    public static void Use(WebApplicationBuilder builder, IPAddress address, int port)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.WebHost.UseKestrelCore().UseSockets(ConfigureTransport).ConfigureKestrel(options =>
        {
            Configure(options);
            options.Listen(address, port);
        });

        // Behind the server, which brings a factory of its own: the last one counts.
        builder.Services.AddSingleton<IMemoryPoolFactory<byte>>(new ReceiveBlocks());
    }

    private static void Configure(KestrelServerOptions options)
    {
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

    private static void ConfigureTransport(SocketTransportOptions options)
    {
        // A flush then ends when the bytes are with the kernel, not in a buffer of the listener: what an upstream sent before it was cut (an error
        // event, say) reaches the client although the abort follows at once, and a slow client holds its upstream back without 64 KB of delay.
        options.MaxWriteBufferSize = 1;

        // A request goes on on the thread that received it, which is one of the pool's. Unsafe is that only where completions of sockets run on the threads that watch them, and nobody asks for that here.
        options.UnsafePreferInlineScheduling = true;
    }
}
