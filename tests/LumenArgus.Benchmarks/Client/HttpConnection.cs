using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace LumenArgus.Benchmarks.Client;

/// <summary>One keep-alive connection on a bare socket: an HTTP client library would take more of the two cores than what is measured.</summary>
internal sealed class HttpConnection(IPEndPoint target) : IDisposable
{
    /// <summary>Room for any answer of the upstream and for an error page, in bytes.</summary>
    public const int LargestResponse = 64 * 1024;

    private readonly byte[] _received = new byte[LargestResponse];
    private readonly ResponseReader _reader = new();
    private Socket? _socket;

    public int Status => _reader.Status;

    public ReadOnlySpan<byte> Body => _reader.Body;

    public async ValueTask<ExchangeTiming> ExchangeAsync(ReadOnlyMemory<byte> request, CancellationToken cancellationToken)
    {
        var socket = _socket ??= await ConnectAsync(cancellationToken);
        _reader.Reset();

        var sent = Stopwatch.GetTimestamp();
        for (var rest = request; !rest.IsEmpty;)
        {
            rest = rest[await socket.SendAsync(rest, cancellationToken)..];
        }

        long firstEvent = 0;
        for (var received = 0; ;)
        {
            var count = await socket.ReceiveAsync(_received.AsMemory(received), cancellationToken);
            if (count == 0)
            {
                throw new InvalidDataException("connection closed before the response was complete");
            }

            received += count;
            var done = _reader.Advance(_received.AsSpan(0, received));
            var now = Stopwatch.GetTimestamp();
            firstEvent = firstEvent == 0 && !Body.IsEmpty ? now : firstEvent;
            if (done)
            {
                return new ExchangeTiming(sent, firstEvent, now);
            }
        }
    }

    /// <summary>Drops the connection; the next exchange opens a new one.</summary>
    public void Reset()
    {
        _socket?.Dispose();
        _socket = null;
    }

    public void Dispose() => Reset();

    private async ValueTask<Socket> ConnectAsync(CancellationToken cancellationToken)
    {
        var socket = new Socket(target.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(target, cancellationToken);
            return socket;
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
