using System.Collections.Immutable;

namespace LumenArgus.Forwarding.Codecs;

/// <summary>How content codings are named and recognised.</summary>
internal static class ContentCodings
{
    private static readonly ImmutableArray<string> Unmarked = ["br", "deflate"];

    /// <summary>All tokens of all header lines in order, in lower case, without "identity".</summary>
    public static ImmutableArray<string> Parse(IReadOnlyList<string> headerValues)
    {
        var tokens = ImmutableArray.CreateBuilder<string>();
        foreach (var value in headerValues)
        {
            foreach (var part in (value ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            {
                if (!part.Equals("identity", StringComparison.OrdinalIgnoreCase))
                {
                    tokens.Add(part.ToLowerInvariant());
                }
            }
        }

        return tokens.ToImmutable();
    }

    public static ContentCoding FromToken(string token) => token switch
    {
        "gzip" or "x-gzip" => ContentCoding.Gzip,
        "deflate" => ContentCoding.Deflate,
        "br" => ContentCoding.Brotli,
        "zstd" => ContentCoding.Zstd,
        _ => ContentCoding.Unknown,
    };

    /// <summary>What a body can be that is not what it is said to be: the coding whose magic bytes it has, else those without any.</summary>
    public static ImmutableArray<string> Instead(string declared, ReadOnlySpan<byte> body) =>
        [.. (TokenFromMagic(body) is { } magic ? [magic] : Unmarked).Where(token => FromToken(token) != FromToken(declared))];

    /// <summary>The token of the coding whose magic bytes stand at the start; null if none does. Brotli and deflate have none.</summary>
    public static string? TokenFromMagic(ReadOnlySpan<byte> body) => body switch
    {
        [0x1F, 0x8B, 0x08, ..] => "gzip", // RFC 1952, 2.3.1; 8 is the only method in use
        [0x28, 0xB5, 0x2F, 0xFD, ..] => "zstd", // RFC 8878, 3.1.1, little-endian
        [>= 0x50 and <= 0x5F, 0x2A, 0x4D, 0x18, ..] => "zstd", // 3.1.2: frames that are skipped, with which the files of pzstd begin
        _ => null,
    };
}
