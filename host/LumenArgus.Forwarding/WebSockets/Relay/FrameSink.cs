namespace LumenArgus.Forwarding.WebSockets.Relay;

/// <summary>
/// The way to one end of the connection. One pump writes to it; a close frame of ours can come in between from anywhere, but only where a frame
/// has ended. After a close frame nothing is written any more.
/// </summary>
internal sealed class FrameSink(Stream stream) : IDisposable
{
    private readonly SemaphoreSlim _gate = new(1, 1);
    private byte[]? _closing;
    private bool _isBetweenFrames = true;
    private bool _isClosed;

    /// <summary>Writes whole frames or parts of one.</summary>
    /// <param name="endsFrame">Whether a frame ends with the bytes.</param>
    /// <param name="isClose">Whether the last frame is a close frame.</param>
    /// <returns>False if a close frame went before.</returns>
    public async ValueTask<bool> WriteAsync(ReadOnlyMemory<byte> bytes, bool endsFrame, bool isClose, CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            if (_isClosed)
            {
                return false;
            }

            // Before the write: of one that fails nobody knows how much of it went out.
            _isBetweenFrames = false;
            await stream.WriteAsync(bytes, cancellationToken);
            _isBetweenFrames = endsFrame;
            _isClosed = isClose;
            if (endsFrame && !isClose && _closing is { } close)
            {
                _isClosed = true;
                await stream.WriteAsync(close, cancellationToken);
            }

            return true;
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>Sends a close frame: now, or behind the frame that is under way.</summary>
    public async Task CloseAsync(byte[] frame, CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            _closing ??= frame;
            if (!_isClosed && _isBetweenFrames)
            {
                _isClosed = true;
                await stream.WriteAsync(frame, cancellationToken);
            }
        }
        finally
        {
            _gate.Release();
        }
    }

    public void Dispose() => _gate.Dispose();
}
