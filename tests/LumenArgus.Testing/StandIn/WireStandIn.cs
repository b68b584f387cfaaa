using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Threading.Channels;

namespace LumenArgus.Testing.StandIn;

/// <summary>
/// A provider on a bare socket: keeps the exact bytes of each request (no server tidies them first) and answers with exact bytes.
/// For tests of byte fidelity and of answers that no server would send. HTTP/1.1, one request at a time on a connection.
/// </summary>
public sealed class WireStandIn : IAsyncDisposable
{
    private static readonly byte[] OrdinaryAnswer = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{}"u8.ToArray();

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stopping = new();
    private readonly Channel<WireRequest> _requests = Channel.CreateUnbounded<WireRequest>();
    private readonly ConcurrentDictionary<Task, byte> _connections = new();
    private readonly Task _accepting;

    public WireStandIn()
    {
        _listener.Start();
        Port = ((IPEndPoint)_listener.LocalEndpoint).Port;
        _accepting = AcceptAsync();
    }

    public int Port { get; }

    public string Url => $"http://127.0.0.1:{Port}";

    /// <summary>The bytes sent for a request. <c>null</c> closes the connection without an answer.</summary>
    public Func<WireRequest, byte[]?> Answer { get; set; } = static _ => OrdinaryAnswer;

    /// <summary>Closes the connection after each answer, as a provider does whose answer has no length.</summary>
    public bool CloseAfterAnswer { get; set; }

    /// <summary>The next request in order of arrival; each is given out once.</summary>
    public ValueTask<WireRequest> NextRequestAsync(CancellationToken cancellationToken = default) => _requests.Reader.ReadAsync(cancellationToken);

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        _listener.Stop();
        await _accepting;
        await Task.WhenAll(_connections.Keys);
        _listener.Dispose();
        _stopping.Dispose();
    }

    private async Task AcceptAsync()
    {
        while (!_stopping.IsCancellationRequested)
        {
            try
            {
                var socket = await _listener.AcceptSocketAsync(_stopping.Token);
                _connections.TryAdd(ServeAsync(socket), 0);
            }
            catch (Exception exception) when (exception is OperationCanceledException or SocketException or ObjectDisposedException)
            {
                return;
            }
        }
    }

    private async Task ServeAsync(Socket socket)
    {
        socket.NoDelay = true;
        await using var stream = new NetworkStream(socket, ownsSocket: true);
        var reader = new WireReader(stream);
        try
        {
            while (await ReadRequestAsync(reader) is { } request)
            {
                await _requests.Writer.WriteAsync(request, _stopping.Token);
                if (Answer(request) is not { } answer)
                {
                    return;
                }

                await stream.WriteAsync(answer, _stopping.Token);
                if (CloseAfterAnswer)
                {
                    return;
                }
            }
        }
        catch (Exception exception) when (exception is IOException or OperationCanceledException)
        {
            // The other side has gone or the test is over.
        }
    }

    private async Task<WireRequest?> ReadRequestAsync(WireReader reader)
    {
        if (await reader.ReadThroughAsync("\r\n\r\n"u8.ToArray(), _stopping.Token) is not { } headBytes)
        {
            return null;
        }

        var head = Encoding.Latin1.GetString(headBytes);
        var request = new WireRequest(head, []);
        var body = HeaderValue(request, "transfer-encoding") is { } encoding && encoding.EndsWith("chunked", StringComparison.OrdinalIgnoreCase)
            ? await reader.ReadChunkedAsync(_stopping.Token)
            : await reader.ReadExactlyAsync(int.Parse(HeaderValue(request, "content-length") ?? "0"), _stopping.Token);
        return request with { Body = body };
    }

    private static string? HeaderValue(WireRequest request, string name) =>
        request.HeaderLines.FirstOrDefault(line => line.StartsWith(name + ":", StringComparison.OrdinalIgnoreCase))?[(name.Length + 1)..].Trim();
}
