namespace LumenArgus.Scanning.Responses.Rewriting;

/// <summary>
/// Bytes of a stream that have come and not been sent on, and the next whole event among them. Each byte is looked at once, however small the chunks. Lines end with
/// LF, CR LF or CR.
/// </summary>
/// <param name="byLine">Whether each line is an event; else an empty line ends one.</param>
internal sealed class EventBuffer(bool byLine)
{
    private byte[] _bytes = new byte[4096];
    private int _start;
    private int _end;
    private int _lineStart;
    private int _scanned;
    private int _eventEnd = -1;

    /// <summary>All that has not been taken.</summary>
    public ReadOnlySpan<byte> Rest => _bytes.AsSpan(_start, _end - _start);

    /// <summary>The event that <see cref="TryFind"/> has found.</summary>
    public ReadOnlySpan<byte> Event => _bytes.AsSpan(_start, _eventEnd - _start);

    public void Append(ReadOnlySpan<byte> chunk)
    {
        if (_bytes.Length - _end < chunk.Length)
        {
            Grow(chunk.Length);
        }

        chunk.CopyTo(_bytes.AsSpan(_end));
        _end += chunk.Length;
    }

    /// <summary>Looks for the end of the next event.</summary>
    /// <returns>False if it has not come yet.</returns>
    public bool TryFind()
    {
        if (_eventEnd >= 0)
        {
            return true;
        }

        while (TryFindLine(out var content, out var next))
        {
            var isBlank = content == _lineStart;
            _lineStart = next;
            if (isBlank || byLine)
            {
                _eventEnd = next;
                return true;
            }
        }

        return false;
    }

    /// <summary>Takes the event that was found.</summary>
    public void Take()
    {
        _start = _eventEnd;
        _eventEnd = -1;
    }

    /// <summary>Takes the beginning of an event whose end has not come.</summary>
    /// <returns>What was taken; its end is still found as such.</returns>
    public ReadOnlySpan<byte> TakeBeginning()
    {
        var taken = _bytes.AsSpan(_start, _scanned - _start);
        _start = _scanned;
        return taken;
    }

    /// <summary>Takes all.</summary>
    public void Clear() => (_start, _end, _lineStart, _scanned, _eventEnd) = (0, 0, 0, 0, -1);

    private bool TryFindLine(out int content, out int next)
    {
        content = next = 0;
        var found = _bytes.AsSpan(_scanned, _end - _scanned).IndexOfAny((byte)'\n', (byte)'\r');
        if (found < 0)
        {
            _scanned = _end;
            return false;
        }

        content = _scanned + found;
        if (_bytes[content] == '\r')
        {
            if (content + 1 == _end)
            {
                // A line feed may follow.
                _scanned = content;
                return false;
            }

            next = _bytes[content + 1] == '\n' ? content + 2 : content + 1;
        }
        else
        {
            next = content + 1;
        }

        _scanned = next;
        return true;
    }

    private void Grow(int room)
    {
        var length = _end - _start;
        var grown = length + room <= _bytes.Length / 2 ? _bytes : new byte[Math.Max(_bytes.Length * 2L, (long)length + room)];
        _bytes.AsSpan(_start, length).CopyTo(grown);
        _bytes = grown;
        _end = length;
        _lineStart -= _start;
        _scanned -= _start;
        _eventEnd = _eventEnd < 0 ? -1 : _eventEnd - _start;
        _start = 0;
    }
}
