using System.Buffers;

namespace LumenArgus.Scanning.Responses;

/// <summary>One JSON value in each line.</summary>
internal class LineAssembler(int maxBytes) : ResponseAssembler(maxBytes)
{
    private readonly ArrayBufferWriter<byte> _line = new();
    private bool _isBehindReturn;
    private bool _isBehindStart;

    public sealed override void Append(ReadOnlySpan<byte> chunk)
    {
        while (!chunk.IsEmpty)
        {
            // CR LF is one line end, also where a chunk ends between the two.
            if (_isBehindReturn && chunk[0] == (byte)'\n')
            {
                chunk = chunk[1..];
                _isBehindReturn = false;
                continue;
            }

            _isBehindReturn = false;
            var end = chunk.IndexOfAny((byte)'\r', (byte)'\n');
            if (end < 0)
            {
                Keep(chunk);
                return;
            }

            EndLine(chunk[..end]);
            _isBehindReturn = chunk[end] == (byte)'\r';
            chunk = chunk[(end + 1)..];
        }
    }

    public sealed override AssembledResponse Complete()
    {
        if (_line.WrittenCount > 0)
        {
            EndLine([]);
        }

        EndEvents();
        return Texts.Build();
    }

    /// <summary>Takes one line, without its end.</summary>
    protected virtual void TakeLine(ReadOnlySpan<byte> line)
    {
        if (!line.IsEmpty)
        {
            Texts.AddEvent(line);
        }
    }

    /// <summary>Takes what has no end yet.</summary>
    protected virtual void EndEvents()
    {
    }

    private void EndLine(ReadOnlySpan<byte> rest)
    {
        if (_line.WrittenCount > 0)
        {
            Keep(rest);
            TakeLine(WithoutMark(_line.WrittenSpan));
            _line.ResetWrittenCount();
            return;
        }

        var kept = Math.Min(rest.Length, MaxBytes);
        Texts.LeaveOut(rest.Length - kept);
        TakeLine(WithoutMark(rest[..kept]));
    }

    // A stream may begin with a byte order mark, which is no part of its first line.
    private ReadOnlySpan<byte> WithoutMark(ReadOnlySpan<byte> line)
    {
        var isMarked = !_isBehindStart && line.StartsWith("\uFEFF"u8);
        _isBehindStart = true;
        return isMarked ? line[3..] : line;
    }

    private void Keep(ReadOnlySpan<byte> part)
    {
        var kept = Math.Min(part.Length, MaxBytes - _line.WrittenCount);
        _line.Write(part[..kept]);
        Texts.LeaveOut(part.Length - kept);
    }
}
