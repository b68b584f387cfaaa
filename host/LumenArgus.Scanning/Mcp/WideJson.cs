using System.Text;

namespace LumenArgus.Scanning.Mcp;

/// <summary>JSON in UTF-16 and UTF-32, which RFC 4627 allowed and common parsers still read (Python's <c>json.loads</c>, servers that follow the charset).</summary>
internal static class WideJson
{
    private static readonly Encoding LittleEndian32 = new UTF32Encoding(bigEndian: false, byteOrderMark: false);
    private static readonly Encoding BigEndian32 = new UTF32Encoding(bigEndian: true, byteOrderMark: false);

    /// <summary>The body in UTF-8; null if it is in no wider encoding. Told by where zeros stand among its first four bytes (RFC 4627 3), or by its byte order mark.</summary>
    public static byte[]? ToUtf8(ReadOnlySpan<byte> body) => EncodingOf(body) is { } encoding ? Encoding.UTF8.GetBytes(encoding.GetString(body).TrimStart('\uFEFF')) : null;

    private static Encoding? EncodingOf(ReadOnlySpan<byte> body) => body switch
    {
        [0xFF, 0xFE, 0, 0, ..] or [not 0, 0, 0, 0, ..] => LittleEndian32,
        [0, 0, 0xFE, 0xFF, ..] or [0, 0, 0, not 0, ..] => BigEndian32,
        [0xFF, 0xFE, ..] or [not 0, 0, not 0, 0, ..] => Encoding.Unicode,
        [0xFE, 0xFF, ..] or [0, not 0, 0, not 0, ..] => Encoding.BigEndianUnicode,
        _ => null,
    };
}
