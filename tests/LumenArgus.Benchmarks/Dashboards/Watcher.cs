using System.Net.Sockets;
using System.Text;
using LumenArgus.Benchmarks.Roles;

namespace LumenArgus.Benchmarks.Dashboards;

/// <summary>One live stream on a bare socket.</summary>
internal sealed class Watcher : IDisposable
{
    // What a reader's system takes without being asked is a part of what the product can get rid of.
    private const int SmallestBuffer = 4 * 1024;

    private readonly Socket _socket;
    private readonly byte[] _received = new byte[16 * 1024];

    private Watcher(Socket socket) => _socket = socket;

    public long Events { get; private set; }

    public long Bytes { get; private set; }

    /// <summary>What went wrong; null if nothing did.</summary>
    public string? Problem { get; private set; }

    /// <summary>Opens it, and waits for the first bytes of the answer.</summary>
    public static async Task<Watcher> OpenAsync(Dashboard dashboard, bool isSlow, CancellationToken cancellationToken)
    {
        var watcher = new Watcher(new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true });
        if (isSlow)
        {
            watcher._socket.ReceiveBufferSize = SmallestBuffer;
        }

        await watcher._socket.ConnectAsync(dashboard.Endpoint, cancellationToken);
        await watcher._socket.SendAsync(
            Encoding.ASCII.GetBytes($"GET /api/v1/live HTTP/1.1\r\nHost: {dashboard.Endpoint}\r\nAuthorization: Bearer {dashboard.Token}\r\nAccept: text/event-stream\r\n\r\n"), cancellationToken);
        var count = await watcher._socket.ReceiveAsync(watcher._received, cancellationToken);
        return watcher._received.AsSpan(0, count).StartsWith("HTTP/1.1 200"u8) ? watcher : throw new InvalidOperationException(Encoding.ASCII.GetString(watcher._received, 0, count));
    }

    /// <summary>Reads until it is told to stop.</summary>
    public async Task ReadAsync(CancellationToken stop)
    {
        try
        {
            while (true)
            {
                var count = await _socket.ReceiveAsync(_received, stop);
                if (count == 0)
                {
                    Problem = "a stream that was read has ended";
                    return;
                }

                Bytes += count;
                Events += _received.AsSpan(0, count).Count("\nevent: "u8);
            }
        }
        catch (OperationCanceledException)
        {
            // The end of the measurement.
        }
        catch (SocketException problem)
        {
            Problem = problem.Message;
        }
    }

    /// <summary>Whether the product has ended it: what is left to read ends with the connection.</summary>
    public bool IsCut()
    {
        _socket.ReceiveTimeout = 500;
        try
        {
            while (_socket.Receive(_received) > 0)
            {
            }

            return true;
        }
        catch (SocketException problem)
        {
            return problem.SocketErrorCode is not (SocketError.TimedOut or SocketError.WouldBlock);
        }
    }

    public void Dispose() => _socket.Dispose();
}
