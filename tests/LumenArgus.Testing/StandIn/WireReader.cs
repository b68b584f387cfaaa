using System.Globalization;
using System.Text;

namespace LumenArgus.Testing.StandIn;

/// <summary>Reads the parts of HTTP/1.1 messages from a stream, with what was read too far kept for the next part.</summary>
internal sealed class WireReader(Stream stream)
{
    private static readonly byte[] LineEnd = "\r\n"u8.ToArray();
    private byte[] _buffer = new byte[16 * 1024];
    private int _start;
    private int _end;

    /// <summary>Bytes up to and with the mark; <c>null</c> when the stream ends before the first byte.</summary>
    public async Task<byte[]?> ReadThroughAsync(byte[] mark, CancellationToken cancellationToken)
    {
        var searched = 0;
        while (true)
        {
            var found = _buffer.AsSpan(_start + searched, _end - _start - searched).IndexOf(mark);
            if (found >= 0)
            {
                return Take(searched + found + mark.Length);
            }

            searched = Math.Max(0, _end - _start - mark.Length + 1);
            if (!await FillAsync(cancellationToken))
            {
                return _end == _start ? null : throw new IOException("The connection closed within a message head.");
            }
        }
    }

    public async Task<byte[]> ReadExactlyAsync(int count, CancellationToken cancellationToken)
    {
        while (_end - _start < count)
        {
            if (!await FillAsync(cancellationToken))
            {
                throw new IOException("The connection closed within a body.");
            }
        }

        return Take(count);
    }

    public async Task<byte[]> ReadChunkedAsync(CancellationToken cancellationToken)
    {
        using var body = new MemoryStream();
        while (true)
        {
            var line = await ReadThroughAsync(LineEnd, cancellationToken) ?? throw new IOException("The connection closed within a body.");
            var size = int.Parse(Encoding.Latin1.GetString(line).Split(';')[0], NumberStyles.AllowHexSpecifier | NumberStyles.AllowTrailingWhite);
            if (size == 0)
            {
                break;
            }

            body.Write(await ReadExactlyAsync(size, cancellationToken));
            await ReadExactlyAsync(LineEnd.Length, cancellationToken);
        }

        // Trailers, then the empty line.
        while (await ReadThroughAsync(LineEnd, cancellationToken) is { Length: > 2 })
        {
        }

        return body.ToArray();
    }

    private byte[] Take(int count)
    {
        var taken = _buffer.AsSpan(_start, count).ToArray();
        _start += count;
        return taken;
    }

    private async Task<bool> FillAsync(CancellationToken cancellationToken)
    {
        if (_start > 0)
        {
            _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
            _end -= _start;
            _start = 0;
        }

        if (_end == _buffer.Length)
        {
            Array.Resize(ref _buffer, _buffer.Length * 2);
        }

        var read = await stream.ReadAsync(_buffer.AsMemory(_end), cancellationToken);
        _end += read;
        return read > 0;
    }
}
