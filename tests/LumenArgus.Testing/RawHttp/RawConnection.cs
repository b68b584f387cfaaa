using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace LumenArgus.Testing.RawHttp;

/// <summary>One HTTP/1.1 connection, seen as bytes: either end of it, without any HTTP library between the test and the wire.</summary>
public sealed class RawConnection : IDisposable
{
    private readonly Socket _socket;
    private readonly Stream _stream;
    private byte[] _buffer = new byte[64 * 1024];
    private int _start;
    private int _end;
    private int _closed;

    public RawConnection(Socket socket, Stream? stream = null)
    {
        _socket = socket;
        _socket.NoDelay = true;
        _stream = stream ?? new NetworkStream(socket, ownsSocket: false);
    }

    public static async Task<RawConnection> ConnectAsync(int port, CancellationToken cancellationToken, int? receiveBufferBytes = null)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        if (receiveBufferBytes is { } size)
        {
            socket.ReceiveBufferSize = size;
        }

        await socket.ConnectAsync(System.Net.IPAddress.Loopback, port, cancellationToken);
        return new RawConnection(socket);
    }

    public async Task SendAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken) => await _stream.WriteAsync(bytes, cancellationToken);

    public Task SendAsync(string latin1, CancellationToken cancellationToken) => SendAsync(Encoding.Latin1.GetBytes(latin1), cancellationToken);

    /// <summary>Ends the stream politely (FIN), or cuts it (RST); a second call does nothing.</summary>
    public void Close(bool reset = false)
    {
        if (Interlocked.Exchange(ref _closed, 1) != 0)
        {
            return;
        }

        if (reset)
        {
            _socket.LingerState = new LingerOption(enable: true, seconds: 0);
        }

        _socket.Close();
    }

    /// <summary>Ends what is sent (FIN) and goes on reading.</summary>
    public void EndSending() => _socket.Shutdown(SocketShutdown.Send);

    /// <returns>Null if the other end closed before a first byte.</returns>
    public async Task<RawHead?> ReadHeadAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            var found = _buffer.AsSpan(_start, _end - _start).IndexOf("\r\n\r\n"u8);
            if (found >= 0)
            {
                var head = RawHead.Parse(_buffer.AsSpan(_start, found));
                _start += found + 4;
                return head;
            }

            if (await FillAsync(cancellationToken) == 0)
            {
                return _start == _end ? null : throw new IOException("Connection closed inside a head.");
            }
        }
    }

    /// <summary>The body of a request or response, by its framing; none without Content-Length and Transfer-Encoding unless <paramref name="toEnd"/>.</summary>
    public async Task<byte[]> ReadBodyAsync(RawHead head, CancellationToken cancellationToken, bool toEnd = false)
    {
        if (head.Values("Transfer-Encoding").Any(value => value.Contains("chunked", StringComparison.OrdinalIgnoreCase)))
        {
            using var body = new MemoryStream();
            while (await ReadChunkAsync(cancellationToken) is { Length: > 0 } chunk)
            {
                body.Write(chunk);
            }

            return body.ToArray();
        }

        if (head.Value("Content-Length") is { } length)
        {
            return await ReadExactlyAsync(int.Parse(length, CultureInfo.InvariantCulture), cancellationToken);
        }

        return toEnd ? await ReadToEndAsync(cancellationToken) : [];
    }

    /// <summary>One chunk of a chunked body; empty for the last one, whose trailer lines are read and dropped.</summary>
    public async Task<byte[]> ReadChunkAsync(CancellationToken cancellationToken)
    {
        var size = int.Parse((await ReadLineAsync(cancellationToken)).Split(';')[0], NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        if (size == 0)
        {
            while ((await ReadLineAsync(cancellationToken)).Length > 0)
            {
            }

            return [];
        }

        var chunk = await ReadExactlyAsync(size, cancellationToken);
        await ReadLineAsync(cancellationToken);
        return chunk;
    }

    public async Task<string> ReadLineAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            var found = _buffer.AsSpan(_start, _end - _start).IndexOf("\r\n"u8);
            if (found >= 0)
            {
                var line = Encoding.Latin1.GetString(_buffer, _start, found);
                _start += found + 2;
                return line;
            }

            if (await FillAsync(cancellationToken) == 0)
            {
                throw new EndOfStreamException("Connection closed inside a line.");
            }
        }
    }

    public async Task<byte[]> ReadExactlyAsync(int count, CancellationToken cancellationToken)
    {
        var bytes = new byte[count];
        for (var have = 0; have < count;)
        {
            if (_start == _end && await FillAsync(cancellationToken) == 0)
            {
                throw new EndOfStreamException($"Connection closed after {have} of {count} bytes.");
            }

            var take = Math.Min(count - have, _end - _start);
            _buffer.AsSpan(_start, take).CopyTo(bytes.AsSpan(have));
            _start += take;
            have += take;
        }

        return bytes;
    }

    /// <summary>Everything until the other end closes; a reset is an <see cref="IOException"/>.</summary>
    public async Task<byte[]> ReadToEndAsync(CancellationToken cancellationToken)
    {
        while (await FillAsync(cancellationToken) > 0)
        {
        }

        var rest = _buffer[_start.._end];
        _start = _end;
        return rest;
    }

    /// <summary>Completes when the other end has gone, by FIN or by RST; bytes that still come are dropped.</summary>
    public async Task WaitForCloseAsync(CancellationToken cancellationToken)
    {
        try
        {
            do
            {
                _start = _end = 0;
            }
            while (await FillAsync(cancellationToken) > 0);
        }
        catch (IOException)
        {
            // A reset is a close too.
        }
    }

    public void Dispose()
    {
        _closed = 1;
        _stream.Dispose();
        _socket.Dispose();
    }

    private async Task<int> FillAsync(CancellationToken cancellationToken)
    {
        if (_start == _end)
        {
            _start = _end = 0;
        }
        else if (_end == _buffer.Length && _start > 0)
        {
            _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
            (_start, _end) = (0, _end - _start);
        }
        else if (_end == _buffer.Length)
        {
            Array.Resize(ref _buffer, _buffer.Length * 2);
        }

        var read = await _stream.ReadAsync(_buffer.AsMemory(_end), cancellationToken);
        _end += read;
        return read;
    }
}
