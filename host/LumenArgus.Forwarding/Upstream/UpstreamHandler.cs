using System.Net;
using LumenArgus.Forwarding.Headers;

namespace LumenArgus.Forwarding.Upstream;

/// <summary>Builds the one handler that talks to upstreams: it adds nothing, follows nothing, decodes nothing.</summary>
internal static class UpstreamHandler
{
    // Long enough not to matter, short enough to notice a change of the provider's addresses.
    private static readonly TimeSpan ConnectionLifetime = TimeSpan.FromMinutes(15);

    /// <summary>A handler that connects to public addresses only, where it connects by itself: behind a proxy of the environment the proxy decides.</summary>
    /// <param name="options">How.</param>
    /// <param name="pools">Whether connections are used again.</param>
    public static SocketsHttpHandler CreateForPublicAddresses(UpstreamOptions options, bool pools = true)
    {
        var handler = Create(options, pools);
        var proxy = handler.Proxy!;
        handler.ConnectCallback = (context, token) =>
        {
            // To open a tunnel the proxy is asked with a request of its own.
            var request = context.InitialRequestMessage;
            return request.Method == HttpMethod.Connect || proxy.GetProxy(request.RequestUri!) is not null
                ? UpstreamConnection.ConnectAsync(context.DnsEndPoint, token)
                : UpstreamConnection.ConnectToPublicAsync(context.DnsEndPoint, token);
        };
        return handler;
    }

    /// <summary>A handler for any address.</summary>
    /// <param name="options">How.</param>
    /// <param name="pools">Whether connections are used again.</param>
    public static SocketsHttpHandler Create(UpstreamOptions options, bool pools = true)
    {
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            AutomaticDecompression = DecompressionMethods.None,
            UseCookies = false,
            PreAuthenticate = false,
            ActivityHeadersPropagator = null,
            Proxy = new SystemProxy(),
            ConnectTimeout = options.ConnectTimeout,
            PooledConnectionIdleTimeout = options.PooledIdle ?? options.IdleTimeout * 2,
            PooledConnectionLifetime = pools ? ConnectionLifetime : TimeSpan.Zero,
            ConnectCallback = static (context, token) => UpstreamConnection.ConnectAsync(context.DnsEndPoint, token),
#pragma warning disable CA2262 // 256 KB it is: as much as the listener takes in the other direction.
            MaxResponseHeadersLength = 256,
#pragma warning restore CA2262
            MaxResponseDrainSize = 0, // a client that left is not a reason to read on
            RequestHeaderEncodingSelector = static (_, _) => HeaderBlockEncoding.Instance,
            ResponseHeaderEncodingSelector = static (_, _) => System.Text.Encoding.Latin1,
        };

        if (!options.VerifySsl)
        {
#pragma warning disable CA5359, MA0039 // The operator asked for it (proxy.verify_ssl: false) and is warned at every start.
            handler.SslOptions.RemoteCertificateValidationCallback = static (_, _, _, _) => true;
#pragma warning restore CA5359, MA0039
        }
        else if (!string.IsNullOrEmpty(options.CaBundle))
        {
            var trust = UpstreamTrust.TryLoad(options.CaBundle, out var error)
                ?? throw new InvalidOperationException($"The certificates of {options.CaBundle} cannot be used: {error}");
            handler.SslOptions.RemoteCertificateValidationCallback = trust.Validate;
        }

        return handler;
    }
}
