namespace LumenArgus.Scanning.Decoding.Base64Text;

/// <summary>Enumerates the characters of a run in blocks, line breaks left out. A run of one line is not copied.</summary>
internal ref struct Base64Blocks(ReadOnlySpan<byte> run, int start, bool hasLines, Span<byte> buffer)
{
    public const int Block = 4096;

    private readonly ReadOnlySpan<byte> _run = run;
    private readonly Span<byte> _buffer = buffer;
    private int _position = start;

    public ReadOnlySpan<byte> Characters { get; private set; }

    /// <summary>Where the first character stands.</summary>
    public int Start { get; private set; }

    public bool MoveNext()
    {
        if (_position >= _run.Length)
        {
            return false;
        }

        Start = _position;
        if (!hasLines)
        {
            Characters = _run.Slice(_position, Math.Min(Block, _run.Length - _position));
            _position += Characters.Length;
            return true;
        }

        var count = 0;
        while (count < Block && _position < _run.Length)
        {
            var line = _run[_position..Base64Units.EndOfLine(_run, _position)];
            line = line[..Math.Min(line.Length, Block - count)];
            line.CopyTo(_buffer[count..]);
            count += line.Length;
            _position = Base64Units.AfterBreak(_run, _position + line.Length) is var next && _position + line.Length < _run.Length ? next : _run.Length;
        }

        Characters = _buffer[..count];
        return true;
    }
}
