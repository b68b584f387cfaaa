using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using LumenArgus.Benchmarks.Traffic;

namespace LumenArgus.Benchmarks.Streams;

/// <summary>One connection that asks for stamped streams and notes how late each event is.</summary>
internal sealed class StreamConnection(IPEndPoint target, StampedRequest request) : IDisposable
{
    private const int Status = 12;
    private static readonly int LongestHalf = StampedStream.StampMarker.Length + StampedStream.StampLength - 1;

    private readonly Socket _socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private readonly byte[] _received = new byte[16 * 1024];
    private readonly List<double> _late = [];
    private readonly List<double> _first = [];
    private int _events;
    private bool _isAtEnd;

    /// <summary>Milliseconds from an event's sending to its arrival, of all but the first of each stream.</summary>
    public IReadOnlyList<double> Late => _late;

    /// <summary>Milliseconds from a request's first byte to the first event of its answer.</summary>
    public IReadOnlyList<double> First => _first;

    /// <summary>One stream, to its end or to its first event.</summary>
    public async Task RunAsync(bool toItsEnd, CancellationToken cancellationToken)
    {
        if (!_socket.Connected)
        {
            await _socket.ConnectAsync(target, cancellationToken);
        }

        request.Renew();
        (_events, _isAtEnd) = (0, false);
        var sent = Stopwatch.GetTimestamp();
        for (var rest = request.Bytes; !rest.IsEmpty;)
        {
            rest = rest[await _socket.SendAsync(rest, cancellationToken)..];
        }

        var isFine = false;
        for (var length = 0; !_isAtEnd && (toItsEnd || _events == 0);)
        {
            var count = await _socket.ReceiveAsync(_received.AsMemory(length), cancellationToken);
            if (count == 0)
            {
                throw new InvalidDataException("the stream was cut");
            }

            length += count;
            isFine = isFine || (length >= Status && _received.AsSpan().StartsWith("HTTP/1.1 200"u8));
            if (length >= Status && !isFine)
            {
                throw new InvalidDataException("an answer other than 200");
            }

            length = Note(_received.AsSpan(0, length), Stopwatch.GetTimestamp(), sent);
        }
    }

    public void Dispose() => _socket.Dispose();

    /// <summary>Notes the events in what was received; keeps at its beginning what may be the half of one, or of the end.</summary>
    private int Note(Span<byte> received, long now, long sent)
    {
        Span<byte> rest = received;
        while (rest.IndexOf(StampedStream.StampMarker) is >= 0 and var at && at + LongestHalf < rest.Length)
        {
            var stamp = rest[(at + StampedStream.StampMarker.Length)..];
            if (_events++ == 0)
            {
                _first.Add(Milliseconds(sent, now));
            }
            else
            {
                _late.Add(Milliseconds(StampedStream.StampOf(stamp), now));
            }

            rest = stamp[StampedStream.StampLength..];
        }

        _isAtEnd = rest.EndsWith(StampedStream.End);
        rest = rest[^Math.Min(rest.Length, LongestHalf)..];
        rest.CopyTo(received);
        return rest.Length;
    }

    private static double Milliseconds(long from, long to) => (to - from) * 1000.0 / Stopwatch.Frequency;
}
