namespace LumenArgus.Scanning.Decoding.Characters;

/// <summary>Quoted-printable (RFC 2045 section 6.7): <c>=5F</c> with capital digits, and an equals sign at the end of a line, which joins it with the next.</summary>
internal readonly struct QuotedPrintableUnits : ICharacterUnits
{
    public PieceKind Kind => PieceKind.QuotedPrintable;

    public int IndexOfNext(ReadOnlySpan<byte> text) => text.IndexOf((byte)'=');

    public int Decode(ReadOnlySpan<byte> text, Span<byte> output, out int written, out TextEncodings encoding)
    {
        encoding = TextEncodings.QuotedPrintable;
        written = 0;
        var next = text.Length > 1 ? text[1] : (byte)0;
        if (next == '\n')
        {
            return 2;
        }

        if (next == '\r' && text.Length > 2 && text[2] == '\n')
        {
            return 3;
        }

        written = 1;
        if (IsCapitalHex(next) && text.Length > 2 && IsCapitalHex(text[2]))
        {
            output[0] = (byte)((CharacterUnits.Digit(next) << 4) | CharacterUnits.Digit(text[2]));
            return 3;
        }

        encoding = TextEncodings.None;
        output[0] = text[0];
        return 1;
    }

    private static bool IsCapitalHex(byte value) => char.IsAsciiHexDigit((char)value) && value < 'a';
}
