using LumenArgus.Scanning.Decoding.Characters;

namespace LumenArgus.Scanning.Decoding.Declared;

/// <summary>The encoding of forms: <c>%41</c>, and <c>+</c> for a blank.</summary>
internal readonly struct FormUnits : ICharacterUnits
{
    public PieceKind Kind => PieceKind.Form;

    public int IndexOfNext(ReadOnlySpan<byte> text) => text.IndexOfAny((byte)'%', (byte)'+');

    public int Decode(ReadOnlySpan<byte> text, Span<byte> output, out int written, out TextEncodings encoding)
    {
        encoding = TextEncodings.Url;
        written = 1;
        if (text[0] == '+')
        {
            output[0] = (byte)' ';
            return 1;
        }

        var value = CharacterUnits.Hex(text, 1, 2);
        if (value >= 0)
        {
            output[0] = (byte)value;
            return 3;
        }

        encoding = TextEncodings.None;
        output[0] = text[0];
        return 1;
    }
}
