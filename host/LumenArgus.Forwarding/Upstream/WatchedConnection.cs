using System.Net.Sockets;

namespace LumenArgus.Forwarding.Upstream;

/// <summary>
/// A connection to an upstream that can tell two cases apart in which a request could not be sent to its end.
/// <list type="bullet">
/// <item>The upstream has answered before it had read everything, and closed: 413 and 401 for large bodies come like that. Sending then fails, but the answer is in our receive buffer (on
/// Linux also behind a reset). So a write that fails while a request is sent is not told; the read that follows gives the answer, or says that there is none.</item>
/// <item>The upstream closed an unused connection in the moment in which it was taken from the pool. Each segment acknowledges what was received before it, so if the end of the stream came and
/// none of the request is acknowledged, the upstream closed before it had any of it (and RFC 9112, 9.6 has it read no request after that): it may be sent again.</item>
/// </list>
/// </summary>
internal sealed class WatchedConnection(Socket socket) : Stream
{
    // struct tcp_info of Linux: the offset of tcpi_bytes_acked, which counts the SYN as a byte.
    private const int Tcp = 6;
    private const int TcpInfo = 11;
    private const int AcknowledgedAt = 120;
    private const int SynBytes = 1;

    private readonly NetworkStream _stream = new(socket, ownsSocket: true);
    private SendAttempt? _attempt;
    private long _written;
    private long _beginning;
    private long? _acknowledged;
    private bool _isCut;

    public override bool CanRead => true;

    public override bool CanWrite => true;

    public override bool CanSeek => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <summary>Whether nothing of a request was acknowledged up to the end of the connection. Where the system does not tell: no.</summary>
    public bool TookNothingOf(SendAttempt attempt) => _attempt == attempt && _acknowledged <= _beginning + SynBytes;

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => _stream.ReadAsync(buffer, cancellationToken);

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => _stream.ReadAsync(buffer, offset, count, cancellationToken);

    public override int Read(byte[] buffer, int offset, int count) => _stream.Read(buffer, offset, count);

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var attempt = SendAttempt.Current;
        if (attempt is not null && attempt != _attempt)
        {
            _attempt = attempt;
            _beginning = _written;
            attempt.BeginsOn(this);
        }

        if (_isCut)
        {
            return attempt is null ? ValueTask.FromException(new IOException("The connection was cut.")) : ValueTask.CompletedTask;
        }

        _written += buffer.Length;
        var write = _stream.WriteAsync(buffer, cancellationToken);
        return attempt is null || write.IsCompletedSuccessfully ? write : WriteRequestAsync(write);
    }

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override void Write(byte[] buffer, int offset, int count)
    {
        _written += count;
        _stream.Write(buffer, offset, count);
    }

    public override void Flush() => _stream.Flush();

    public override Task FlushAsync(CancellationToken cancellationToken) => _stream.FlushAsync(cancellationToken);

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _acknowledged ??= ReadAcknowledged();
            _stream.Dispose();
        }

        base.Dispose(disposing);
    }

    private async ValueTask WriteRequestAsync(ValueTask write)
    {
        try
        {
            await write;
        }
        catch (IOException)
        {
            _isCut = true;
        }
    }

    private long? ReadAcknowledged()
    {
        if (!OperatingSystem.IsLinux())
        {
            return null;
        }

        Span<byte> info = stackalloc byte[AcknowledgedAt + sizeof(long)];
        try
        {
            return socket.GetRawSocketOption(Tcp, TcpInfo, info) == info.Length ? BitConverter.ToInt64(info[AcknowledgedAt..]) : null;
        }
        catch (Exception exception) when (exception is SocketException or ObjectDisposedException)
        {
            return null;
        }
    }
}
