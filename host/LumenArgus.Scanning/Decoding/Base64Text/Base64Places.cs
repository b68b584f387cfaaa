namespace LumenArgus.Scanning.Decoding.Base64Text;

/// <summary>Where the bytes of a block of base64 came from: by arithmetic in one line, by walking on in several.</summary>
internal ref struct Base64Places(ReadOnlySpan<byte> run, int start, bool hasLines) : ISourcePlaces
{
    private readonly ReadOnlySpan<byte> _run = run;
    private int _character;
    private int _position = start;

    public (int Start, int Skip) Of(int offset)
    {
        var (unit, skip) = Math.DivRem(offset, 3);
        var ahead = (unit * 4) - _character;
        _character += ahead;
        while (hasLines && ahead > 0)
        {
            var left = Base64Units.EndOfLine(_run, _position) - _position;
            if (ahead < left)
            {
                break;
            }

            ahead -= left;
            _position = Base64Units.AfterBreak(_run, _position + left);
        }

        _position += ahead;
        return (_position, skip);
    }
}
