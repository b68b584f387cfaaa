using System.Net;
using System.Net.Sockets;

namespace LumenArgus.Plugins.Webhook;

/// <summary>
/// The connections to all receivers. Names are looked up here and the address that is connected to is the one that was checked: a name that means another address a moment later changes
/// nothing. No redirects, no cookies, and no proxy of the environment, behind which nobody would check.
/// </summary>
internal sealed class WebhookClient : IDisposable
{
    private static readonly TimeSpan ConnectTimeout = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan ConnectionLifetime = TimeSpan.FromMinutes(2);

    private readonly bool _allowPrivate;
    private readonly HttpMessageInvoker _invoker;

    public WebhookClient(WebhookOptions options)
    {
        _allowPrivate = options.AllowPrivate;
        _invoker = new HttpMessageInvoker(new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            UseProxy = false,
            ActivityHeadersPropagator = null,
            ConnectTimeout = ConnectTimeout,
            PooledConnectionLifetime = ConnectionLifetime,
            PooledConnectionIdleTimeout = ConnectionLifetime,
            ConnectCallback = ConnectAsync,
        });
    }

    /// <summary>Whether an address is forbidden as it is written. A name is only known when it is connected to.</summary>
    public bool Forbids(Uri url) => !_allowPrivate && (url.IsLoopback || (IPAddress.TryParse(url.DnsSafeHost, out var literal) && !PublicAddresses.Contains(literal)));

    /// <summary>Sends a request; the answer's body is the caller's to dispose of.</summary>
    /// <exception cref="HttpRequestException">The receiver cannot be reached, or a forbidden address is all there is.</exception>
    public Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) => _invoker.SendAsync(request, cancellationToken);

    public void Dispose() => _invoker.Dispose();

    private async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        var name = context.DnsEndPoint.Host;
        var addresses = IPAddress.TryParse(name, out var literal) ? [literal] : await Dns.GetHostAddressesAsync(name, cancellationToken);
        var allowed = _allowPrivate ? addresses : [.. addresses.Where(PublicAddresses.Contains)];
        if (addresses.Length > 0 && allowed.Length == 0)
        {
            throw new ForbiddenAddressException();
        }

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(allowed, context.DnsEndPoint.Port, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
