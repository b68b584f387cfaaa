using System.Buffers;
using System.Buffers.Text;
using System.Text;

namespace LumenArgus.Scanning.Decoding.Characters;

/// <summary>
/// Percent, backslash and HTML escapes, in one pass because they may be mixed: <c>%5F</c>, <c>%u005F</c>, <c>\u005F</c> with surrogate pairs,
/// <c>\u{5F}</c>, <c>\U0000005F</c>, <c>\x5F</c>, <c>\/</c>, <c>\_</c> of Markdown, <c>&amp;#95;</c>, <c>&amp;#x5F;</c>, <c>&amp;lowbar;</c>. What colours text in a terminal (ECMA-48, 5.4) stands for nothing.
/// </summary>
internal readonly struct CharacterUnits(TextEncodings enabled) : ICharacterUnits
{
    public const int MaxOutput = 4;

    private const byte Escape = 0x1B;
    private const int MaxControl = 24;

    // "&#x" and leading zeros; longer ones are no escapes.
    private const int MaxReference = 12;

    private static readonly SearchValues<byte> Starts = SearchValues.Create("%\\&\u001B"u8);

    public PieceKind Kind => PieceKind.Characters;

    public int IndexOfNext(ReadOnlySpan<byte> text) => text.IndexOfAny(Starts);

    public int Decode(ReadOnlySpan<byte> text, Span<byte> output, out int written, out TextEncodings encoding)
    {
        var consumed = 0;
        written = 0;
        encoding = text[0] switch
        {
            (byte)'%' => TextEncodings.Url,
            (byte)'\\' => TextEncodings.Unicode,
            Escape => TextEncodings.Normalized,
            _ => TextEncodings.Html,
        };
        if ((encoding & enabled) != TextEncodings.None)
        {
            consumed = encoding switch
            {
                TextEncodings.Url => Percent(text, output, out written),
                TextEncodings.Unicode => Backslash(text, output, out written),
                TextEncodings.Normalized => ControlSequence(text),
                _ => Reference(text, output, out written),
            };
        }

        if (consumed == 0)
        {
            encoding = TextEncodings.None;
            output[0] = text[0];
            written = 1;
            return 1;
        }

        return consumed;
    }

    /// <summary>The value of so many hexadecimal digits; -1 if they are not.</summary>
    internal static int Hex(ReadOnlySpan<byte> text, int start, int digits)
    {
        if (text.Length < start + digits)
        {
            return -1;
        }

        var value = 0;
        foreach (var b in text.Slice(start, digits))
        {
            if (!char.IsAsciiHexDigit((char)b))
            {
                return -1;
            }

            value = (value << 4) | Digit(b);
        }

        return value;
    }

    internal static int Digit(byte hex) => (hex & 0xF) + (hex > '9' ? 9 : 0);

    private static int ControlSequence(ReadOnlySpan<byte> text)
    {
        if (text.Length < 3 || text[1] != '[')
        {
            return 0;
        }

        var end = text[..Math.Min(text.Length, MaxControl)][2..].IndexOfAnyExceptInRange((byte)' ', (byte)'?');
        return end >= 0 && char.IsAsciiLetter((char)text[end + 2]) ? end + 3 : 0;
    }

    private static int Percent(ReadOnlySpan<byte> text, Span<byte> output, out int written)
    {
        var value = Hex(text, 1, 2);
        if (value >= 0)
        {
            output[0] = (byte)value;
            written = 1;
            return 3;
        }

        written = 0;
        return text.Length > 1 && (text[1] | 0x20) == 'u' && Hex(text, 2, 4) is var unit and >= 0 ? Write(unit, 6, output, out written) : 0;
    }

    private static int Backslash(ReadOnlySpan<byte> text, Span<byte> output, out int written)
    {
        written = 1;
        switch (text.Length < 2 ? (byte)0 : text[1])
        {
            case (byte)'\\' or (byte)'/' or (byte)'"' or (byte)'_': output[0] = text[1]; return 2;
            case (byte)'n': output[0] = (byte)'\n'; return 2;
            case (byte)'r': output[0] = (byte)'\r'; return 2;
            case (byte)'t': output[0] = (byte)'\t'; return 2;
            case (byte)'u' or (byte)'x' when text.Length > 2 && text[2] == '{': return Braced(text, output, out written);
            case (byte)'u': return Unit(text, output, out written);
            case (byte)'U' when Hex(text, 2, 8) is var value and >= 0: return Write(value, 10, output, out written);
            case (byte)'x' when Hex(text, 2, 2) is var value and >= 0: output[0] = (byte)value; return 4;
            default: written = 0; return 0;
        }
    }

    private static int Unit(ReadOnlySpan<byte> text, Span<byte> output, out int written)
    {
        var high = Hex(text, 2, 4);
        if (high >= 0 && char.IsHighSurrogate((char)high) && text.Length >= 12 && text[6] == '\\' && text[7] == 'u'
            && Hex(text, 8, 4) is var low and >= 0 && char.IsLowSurrogate((char)low))
        {
            return Write(char.ConvertToUtf32((char)high, (char)low), 12, output, out written);
        }

        written = 0;
        return high < 0 ? 0 : Write(high, 6, output, out written);
    }

    private static int Braced(ReadOnlySpan<byte> text, Span<byte> output, out int written)
    {
        written = 0;
        var end = text[..Math.Min(text.Length, MaxReference)].IndexOf((byte)'}');
        return end > 3 && Hex(text, 3, end - 3) is var value and >= 0 ? Write(value, end + 1, output, out written) : 0;
    }

    private static int Reference(ReadOnlySpan<byte> text, Span<byte> output, out int written)
    {
        written = 0;
        if (text.Length < 3)
        {
            return 0;
        }

        if (text[1] != '#')
        {
            return NamedReferences.Decode(text, output, out written);
        }

        // Browsers read references without a semicolon too.
        var isHex = (text[2] | 0x20) == 'x';
        var first = isHex ? 3 : 2;
        var digits = text[first..Math.Min(text.Length, first + 8)];
        if (!Utf8Parser.TryParse(digits, out uint value, out var length, isHex ? 'x' : 'D') || length == 0)
        {
            return 0;
        }

        var end = first + length;
        return Write((int)Math.Min(value, int.MaxValue), end < text.Length && text[end] == ';' ? end + 1 : end, output, out written);
    }

    private static int Write(int value, int consumed, Span<byte> output, out int written)
    {
        written = 0;
        if (!Rune.TryCreate(value, out var rune))
        {
            return 0;
        }

        written = rune.EncodeToUtf8(output);
        return consumed;
    }
}
