using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace LumenArgus.Testing.RawHttp;

/// <summary>
/// A stand-in provider on a plain socket. It parses just enough to find the end of a request, keeps every request, and lets the test write the
/// response byte by byte.
/// </summary>
public sealed class RawUpstream : IAsyncDisposable
{
    private readonly Socket _listener;
    private readonly Func<RawExchange, CancellationToken, Task> _respond;
    private readonly CancellationTokenSource _stopping = new();
    private readonly ConcurrentQueue<RawExchange> _received = new();
    private readonly ConcurrentBag<RawConnection> _connections = [];
    private readonly Task _accepting;
    private int _accepted;

    /// <param name="respond">Writes the response. When it returns the next request on the connection is read; when it throws, the connection is closed.</param>
    public RawUpstream(Func<RawExchange, CancellationToken, Task> respond)
    {
        _respond = respond;
        _listener = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        _listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        _listener.Listen(128);
        Port = ((IPEndPoint)_listener.LocalEndPoint!).Port;
        _accepting = AcceptAsync();
    }

    public int Port { get; }

    public Uri Uri => new($"http://127.0.0.1:{Port}");

    /// <summary>Every request whose body arrived completely, in order.</summary>
    public IReadOnlyList<RawExchange> Received => [.. _received];

    public int AcceptedConnections => Volatile.Read(ref _accepted);

    public static RawUpstream Answering(string body = "{}") => new((exchange, cancellationToken) => exchange.RespondAsync(body, cancellationToken));

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        _listener.Dispose();
        foreach (var connection in _connections)
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
                var connection = new RawConnection(await _listener.AcceptAsync(_stopping.Token));
                Interlocked.Increment(ref _accepted);
                _connections.Add(connection);
                serving.Add(ServeAsync(connection));
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            await Task.WhenAll(serving);
        }
    }

    private async Task ServeAsync(RawConnection connection)
    {
        // A failing script shows as a cut connection, which every test notices.
        try
        {
            while (await connection.ReadHeadAsync(_stopping.Token) is { } head)
            {
                var exchange = new RawExchange(head, await connection.ReadBodyAsync(head, _stopping.Token), connection);
                _received.Enqueue(exchange);
                await _respond(exchange, _stopping.Token);
            }
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            connection.Close(reset: exception is not OperationCanceledException);
            return;
        }

        connection.Dispose();
    }
}
