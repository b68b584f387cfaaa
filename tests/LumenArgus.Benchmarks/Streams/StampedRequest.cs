using System.Globalization;
using System.Net;
using System.Text;
using LumenArgus.Benchmarks.Load;
using LumenArgus.Benchmarks.Traffic;

namespace LumenArgus.Benchmarks.Streams;

/// <summary>A request for a stamped stream; its body is new each time.</summary>
internal sealed class StampedRequest
{
    private readonly BodyPool _bodies;
    private readonly Cell _cell;
    private readonly byte[] _bytes;
    private readonly int _bodyAt;

    public StampedRequest(IPEndPoint target, BodyPool bodies, int kilobytes, StampedStream stream)
    {
        (_bodies, _cell) = (bodies, new Cell(Mode.Plain, kilobytes, 1));
        var length = kilobytes * 1024;
        var head = Encoding.ASCII.GetBytes(string.Create(
            CultureInfo.InvariantCulture,
            $"POST /v1/messages HTTP/1.1\r\nHost: {target}\r\nAccept: text/event-stream\r\nContent-Type: application/json\r\nUser-Agent: lumen-argus-bench/1\r\nanthropic-version: 2023-06-01\r\nx-api-key: bench-no-key\r\n{StampedStream.Header}: {stream.HeaderValue}\r\nContent-Length: {length}\r\n\r\n"));
        _bodyAt = head.Length;
        _bytes = new byte[head.Length + length];
        head.CopyTo(_bytes, 0);
        bodies.Prepare(_cell);
    }

    public ReadOnlyMemory<byte> Bytes => _bytes;

    public void Renew() => _bodies.WriteNext(_cell, _bytes.AsSpan(_bodyAt));
}
