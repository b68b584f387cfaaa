using System.Net;
using System.Text;
using LumenArgus.Benchmarks.Load;

namespace LumenArgus.Benchmarks.Traffic;

/// <summary>One connection's request buffer: the head stays, the body is replaced before each request.</summary>
internal sealed class MessagesRequest
{
    public const string EventStream = "text/event-stream";

    private readonly BodyPool _bodies;
    private readonly Cell _cell;
    private readonly byte[] _bytes;
    private readonly int _bodyAt;

    public MessagesRequest(BodyPool bodies, Cell cell, IPEndPoint target)
    {
        _bodies = bodies;
        _cell = cell;
        var length = cell.Kilobytes * 1024;
        var accept = cell.Mode == Mode.Sse ? EventStream : "application/json";
        var head = Encoding.ASCII.GetBytes(
            $"POST /v1/messages HTTP/1.1\r\nHost: {target}\r\nAccept: {accept}\r\nContent-Type: application/json\r\nUser-Agent: lumen-argus-bench/1\r\n"
            + $"anthropic-version: 2023-06-01\r\nx-api-key: bench-no-key\r\nContent-Length: {length}\r\n\r\n");
        _bodyAt = head.Length;
        _bytes = new byte[head.Length + length];
        head.CopyTo(_bytes, 0);
    }

    public ReadOnlyMemory<byte> Bytes => _bytes;

    /// <summary>Puts the next body in; returns what the upstream must have seen.</summary>
    public BodyDigest Renew()
    {
        var body = _bytes.AsSpan(_bodyAt);
        _bodies.WriteNext(_cell, body);
        var digest = new BodyDigest();
        digest.Append(body);
        return digest;
    }
}
