using System.Net;
using System.Text;
using LumenArgus.Benchmarks.Load;

namespace LumenArgus.Benchmarks.Traffic;

/// <summary>One connection's request buffer: the head stays, but for the length and the session; the body is replaced before each request.</summary>
internal sealed class MessagesRequest
{
    public const string EventStream = "text/event-stream";

    private const string SessionHeader = "x-session-id: ";
    private const string LengthHeader = "Content-Length: ";
    private const string LengthFormat = "d9";

    private readonly BodyPool _bodies;
    private readonly Cell _cell;
    private readonly byte[] _bytes;
    private readonly int _sessionAt;
    private readonly int _lengthAt;
    private readonly int _bodyAt;
    private readonly GrowingConversation? _conversation;
    private int _bodyLength;
    private bool _isFirst = true;

    public MessagesRequest(BodyPool bodies, Cell cell, IPEndPoint target)
    {
        _bodies = bodies;
        _cell = cell;
        _bodyLength = cell.Kilobytes * 1024;
        _conversation = cell.Mode == Mode.Growing ? new GrowingConversation(_bodyLength) : null;
        var accept = cell.Mode == Mode.Sse ? EventStream : "application/json";
        var session = _conversation is null ? "" : $"{SessionHeader}{Guid.Empty:N}\r\n";
        var head = Encoding.ASCII.GetBytes(
            $"POST /v1/messages HTTP/1.1\r\nHost: {target}\r\nAccept: {accept}\r\nContent-Type: application/json\r\nUser-Agent: lumen-argus-bench/1\r\n"
            + $"anthropic-version: 2023-06-01\r\nx-api-key: bench-no-key\r\n{session}{LengthHeader}{_bodyLength.ToString(LengthFormat, null)}\r\n\r\n");
        _sessionAt = head.AsSpan().IndexOf(Encoding.ASCII.GetBytes(SessionHeader)) + SessionHeader.Length;
        _lengthAt = head.AsSpan().IndexOf(Encoding.ASCII.GetBytes(LengthHeader)) + LengthHeader.Length;
        _bodyAt = head.Length;
        _bytes = new byte[head.Length + _bodyLength + 2];
        head.CopyTo(_bytes, 0);
    }

    public ReadOnlyMemory<byte> Bytes => _bytes.AsMemory(0, _bodyAt + _bodyLength);

    /// <summary>Puts the next body in; returns what the upstream must have seen.</summary>
    public BodyDigest Renew()
    {
        if (_conversation is not null)
        {
            _bodyLength = WriteTurn(_conversation);
            _bodyLength.TryFormat(_bytes.AsSpan(_lengthAt), out _, LengthFormat, provider: null);
        }
        else
        {
            _bodies.WriteNext(_cell, _bytes.AsSpan(_bodyAt, _bodyLength));
        }

        var digest = new BodyDigest();
        digest.Append(_bytes.AsSpan(_bodyAt, _bodyLength));
        return digest;
    }

    // The first one begins anywhere: a slow target must not see only the short turns of what it has the time for.
    private int WriteTurn(GrowingConversation conversation)
    {
        if (conversation.IsAtEnd)
        {
            _bodies.WriteNext(_cell, conversation.Whole);
            conversation.Begin(_isFirst ? Random.Shared.NextDouble() : 0);
            _isFirst = false;
            Guid.NewGuid().TryFormat(_bytes.AsSpan(_sessionAt), out _, "N");
        }

        return conversation.WriteNext(_bytes.AsSpan(_bodyAt));
    }
}
