using System.Threading.Tasks.Sources;

namespace LumenArgus.Forwarding.WebSockets.Messages;

/// <summary>
/// A source that is given its bytes piece by piece. A reader that wants more than there is waits, and goes on inside <see cref="Give"/>: so
/// whoever gives knows at its return that all was taken. An end of the source would be an error of the data to the inflater.
/// </summary>
internal sealed class FeedStream : Stream, IValueTaskSource<int>
{
    // Continuations run at once, on the thread that gives.
    private ManualResetValueTaskSourceCore<int> _waiting;
    private ReadOnlyMemory<byte> _left;
    private Memory<byte> _wanted;
    private bool _isWaiting;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <summary>Hands over bytes; they have to stay as they are until the reader waits again.</summary>
    public void Give(ReadOnlyMemory<byte> bytes)
    {
        _left = bytes;
        if (_isWaiting && !bytes.IsEmpty)
        {
            _isWaiting = false;
            _waiting.SetResult(Take(_wanted));
        }
    }

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (!_left.IsEmpty || buffer.IsEmpty)
        {
            return ValueTask.FromResult(Take(buffer));
        }

        _waiting.Reset();
        _wanted = buffer;
        _isWaiting = true;
        return new ValueTask<int>(this, _waiting.Version);
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    int IValueTaskSource<int>.GetResult(short token) => _waiting.GetResult(token);

    ValueTaskSourceStatus IValueTaskSource<int>.GetStatus(short token) => _waiting.GetStatus(token);

    void IValueTaskSource<int>.OnCompleted(Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags) =>
        _waiting.OnCompleted(continuation, state, token, flags);

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    private int Take(Memory<byte> buffer)
    {
        var count = Math.Min(buffer.Length, _left.Length);
        _left.Span[..count].CopyTo(buffer.Span);
        _left = _left[count..];
        return count;
    }
}
