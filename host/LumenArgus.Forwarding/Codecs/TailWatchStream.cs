namespace LumenArgus.Forwarding.Codecs;

/// <summary>
/// A source that hands out its last byte on its own, so that one can see whether the reader wanted it. The runtime's inflater ignores what follows
/// the end of the coded data; such bytes would leave the machine unseen.
/// </summary>
internal sealed class TailWatchStream(byte[] array, int length) : Stream
{
    private int _position;

    /// <summary>Everything was asked for. (One odd byte behind a gzip member also counts: the inflater looks there for the next member.)</summary>
    public bool WasReadToTheEnd => _position == length;

    /// <summary>More was asked for than there is: the coded data goes on behind the end. (Where damage shows in the last byte, nothing more is asked for.)</summary>
    public bool IsExhausted { get; private set; }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(Span<byte> buffer)
    {
        var left = length - _position;
        var take = Math.Min(buffer.Length, left > 1 ? left - 1 : left);
        array.AsSpan(_position, take).CopyTo(buffer);
        _position += take;
        IsExhausted |= take == 0 && !buffer.IsEmpty;
        return take;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
