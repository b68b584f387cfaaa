using System.Globalization;
using System.Text;

namespace LumenArgus.Scanning.Fields;

/// <summary>Decodes one escape (RFC 8259 section 7), leniently: what is no escape stands for itself.</summary>
internal static class JsonEscape
{
    /// <summary>Decodes the escape at the start of <paramref name="raw"/>, which begins with a backslash.</summary>
    /// <param name="raw">The bytes from the backslash on.</param>
    /// <param name="text">Takes at most 4 bytes, never more than are consumed.</param>
    /// <param name="written">Bytes written.</param>
    /// <returns>Bytes consumed, at least 1; both halves of a surrogate pair are one escape.</returns>
    public static int Decode(ReadOnlySpan<byte> raw, Span<byte> text, out int written)
    {
        written = 1;
        if (raw.Length < 2)
        {
            text[0] = (byte)'\\';
            return 1;
        }

        switch (raw[1])
        {
            case (byte)'n': text[0] = (byte)'\n'; return 2;
            case (byte)'t': text[0] = (byte)'\t'; return 2;
            case (byte)'r': text[0] = (byte)'\r'; return 2;
            case (byte)'b': text[0] = (byte)'\b'; return 2;
            case (byte)'f': text[0] = (byte)'\f'; return 2;
            case (byte)'"' or (byte)'\\' or (byte)'/': text[0] = raw[1]; return 2;
            case (byte)'u' when TryReadUnit(raw, out var unit): return DecodeUnit(raw, unit, text, out written);
            default:
                // Not an escape. The backslash is text; the byte behind it is read next (it is no quote and no backslash).
                text[0] = (byte)'\\';
                return 1;
        }
    }

    private static int DecodeUnit(ReadOnlySpan<byte> raw, ushort unit, Span<byte> text, out int written)
    {
        if (char.IsHighSurrogate((char)unit) && TryReadUnit(raw[6..], out var low) && char.IsLowSurrogate((char)low))
        {
            written = new Rune((char)unit, (char)low).EncodeToUtf8(text);
            return 12;
        }

        var rune = char.IsSurrogate((char)unit) ? Rune.ReplacementChar : new Rune((char)unit);
        written = rune.EncodeToUtf8(text);
        return 6;
    }

    private static bool TryReadUnit(ReadOnlySpan<byte> raw, out ushort unit)
    {
        unit = 0;
        return raw.Length >= 6 && raw[0] == '\\' && raw[1] == 'u'
            && ushort.TryParse(raw.Slice(2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out unit);
    }
}
