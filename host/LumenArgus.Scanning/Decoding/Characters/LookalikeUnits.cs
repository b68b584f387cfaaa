using System.Text;

namespace LumenArgus.Scanning.Decoding.Characters;

/// <summary>Characters that look like ASCII, or like nothing.</summary>
internal readonly struct LookalikeUnits : ICharacterUnits
{
    public PieceKind Kind => PieceKind.Normalized;

    public int IndexOfNext(ReadOnlySpan<byte> text) => text.IndexOfAnyInRange((byte)0x80, (byte)0xFF);

    public int Decode(ReadOnlySpan<byte> text, Span<byte> output, out int written, out TextEncodings encoding)
    {
        Rune.DecodeFromUtf8(text, out var rune, out var consumed);
        encoding = TextEncodings.Normalized;
        var kind = Lookalikes.Classify(rune.Value, out var ascii);
        if (kind == Lookalike.None)
        {
            encoding = TextEncodings.None;
            text[..consumed].CopyTo(output);
            written = consumed;
            return consumed;
        }

        written = 0;
        if (kind != Lookalike.Invisible)
        {
            output[written++] = ascii;
            var rest = Lookalikes.RestOfLigature(rune.Value);
            rest.CopyTo(output[written..]);
            written += rest.Length;
        }

        return consumed;
    }
}
