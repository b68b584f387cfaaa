namespace LumenArgus.Scanning.Rules.Matching;

/// <summary>
/// Bytes as chars for a Regex, one for one, so that offsets stay the same. Bytes of 0x80 and above become box-drawing characters: no letters, no
/// digits, no word characters, no line ends.
/// </summary>
internal static class ByteText
{
    // U+2500 + 0x80 = U+2580 .. U+25FF, block elements and geometric shapes.
    private const char UpperHalf = '\u2500';

    public static char ToChar(byte value) => value < 0x80 ? (char)value : (char)(UpperHalf + value);

    public static void Widen(ReadOnlySpan<byte> bytes, Span<char> chars)
    {
        for (var i = 0; i < bytes.Length; i++)
        {
            chars[i] = ToChar(bytes[i]);
        }
    }
}
