using System.Collections.Concurrent;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;

namespace LumenArgus.Testing.RawHttp;

/// <summary>
/// A stand-in provider on a plain socket. It parses just enough to find the end of a request, keeps every request, and lets the test write the
/// response byte by byte.
/// </summary>
public sealed class RawUpstream : IAsyncDisposable
{
    private readonly Socket _listener;
    private readonly Func<RawExchange, CancellationToken, Task> _respond;
    private readonly X509Certificate2? _certificate;
    private readonly CancellationTokenSource _stopping = new();
    private readonly ConcurrentQueue<RawExchange> _received = new();
    private readonly ConcurrentDictionary<RawConnection, bool> _connections = [];
    private readonly bool _keepsReceived;
    private readonly Task _accepting;
    private int _accepted;

    /// <param name="respond">Writes the response. When it returns the next request on the connection is read; when it throws, the connection is closed.</param>
    /// <param name="certificate">With its private key: the stand-in then speaks TLS.</param>
    /// <param name="keepsReceived">False for a test of so many requests that they cannot all be kept.</param>
    public RawUpstream(Func<RawExchange, CancellationToken, Task> respond, X509Certificate2? certificate = null, bool keepsReceived = true)
    {
        _keepsReceived = keepsReceived;
        _respond = respond;
        _certificate = certificate;
        _listener = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        _listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        _listener.Listen(128);
        Port = ((IPEndPoint)_listener.LocalEndPoint!).Port;
        _accepting = AcceptAsync();
    }

    public int Port { get; }

    public Uri Uri => new($"{(_certificate is null ? "http" : "https")}://127.0.0.1:{Port}");

    /// <summary>Every request whose body arrived completely, in order.</summary>
    public IReadOnlyList<RawExchange> Received => [.. _received];

    public int AcceptedConnections => Volatile.Read(ref _accepted);

    public static RawUpstream Answering(string body = "{}") => new((exchange, cancellationToken) => exchange.RespondAsync(body, cancellationToken));

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        _listener.Dispose();
        foreach (var connection in _connections.Keys)
        {
            connection.Dispose();
        }

        await _accepting;
        _stopping.Dispose();
    }

    private async Task AcceptAsync()
    {
        var serving = new List<Task>();
        try
        {
            while (true)
            {
                var socket = await _listener.AcceptAsync(_stopping.Token);
                Interlocked.Increment(ref _accepted);
                serving.Add(ServeAsync(socket));
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            await Task.WhenAll(serving);
        }
    }

    private async Task<RawConnection?> OpenAsync(Socket socket)
    {
        if (_certificate is null)
        {
            return new RawConnection(socket);
        }

        var tls = new SslStream(new NetworkStream(socket, ownsSocket: false));
        try
        {
            await tls.AuthenticateAsServerAsync(new SslServerAuthenticationOptions { ServerCertificate = _certificate }, _stopping.Token);
            return new RawConnection(socket, tls);
        }
        catch (Exception exception) when (exception is AuthenticationException or IOException or OperationCanceledException)
        {
            await tls.DisposeAsync(); // the other end did not trust us
            socket.Dispose();
            return null;
        }
    }

    private async Task ServeAsync(Socket socket)
    {
        if (await OpenAsync(socket) is not { } connection)
        {
            return;
        }

        _connections[connection] = true;

        // A failing script shows as a cut connection, which every test notices.
        try
        {
            while (await connection.ReadHeadAsync(_stopping.Token) is { } head)
            {
                var exchange = new RawExchange(head, await connection.ReadBodyAsync(head, _stopping.Token), connection);
                if (_keepsReceived)
                {
                    _received.Enqueue(exchange);
                }

                await _respond(exchange, _stopping.Token);
            }
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            connection.Close(reset: exception is not OperationCanceledException);
            _connections.TryRemove(connection, out _);
            return;
        }

        connection.Dispose();
        _connections.TryRemove(connection, out _);
    }
}
