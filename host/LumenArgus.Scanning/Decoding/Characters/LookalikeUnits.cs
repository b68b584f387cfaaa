using System.Text;

namespace LumenArgus.Scanning.Decoding.Characters;

/// <summary>Characters that look like ASCII, or like nothing.</summary>
internal readonly struct LookalikeUnits : ICharacterUnits
{
    private const int MaxVariableName = 48;

    public PieceKind Kind => PieceKind.Normalized;

    /// <summary>Where the next character stands that may be one: none of ASCII, or NUL.</summary>
    public static int IndexOfSpecial(ReadOnlySpan<byte> text) => text.IndexOfAnyExceptInRange((byte)0x01, (byte)0x7F);

    /// <summary>Whether a NUL ends a variable of an environment: the name of the next one and its sign follow (proc(5)).</summary>
    public static bool IsSeparator(ReadOnlySpan<byte> text)
    {
        var end = 1;
        while (end < text.Length && end < MaxVariableName && (char.IsAsciiLetterOrDigit((char)text[end]) || text[end] == '_'))
        {
            end++;
        }

        return end > 2 && end < text.Length && text[end] == '=';
    }

    public int IndexOfNext(ReadOnlySpan<byte> text) => IndexOfSpecial(text);

    public int Decode(ReadOnlySpan<byte> text, Span<byte> output, out int written, out TextEncodings encoding)
    {
        encoding = TextEncodings.Normalized;
        if (text[0] == 0)
        {
            written = 0;
            if (IsSeparator(text))
            {
                output[written++] = (byte)'\n';
            }

            return 1;
        }

        Rune.DecodeFromUtf8(text, out var rune, out var consumed);
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
