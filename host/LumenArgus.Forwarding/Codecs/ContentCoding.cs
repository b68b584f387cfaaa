namespace LumenArgus.Forwarding.Codecs;

/// <summary>The content codings that are understood (RFC 9110, 8.4.1; RFC 7932; RFC 8878).</summary>
internal enum ContentCoding
{
    Unknown,
    Gzip,
    Deflate,
    Brotli,
    Zstd,
}
