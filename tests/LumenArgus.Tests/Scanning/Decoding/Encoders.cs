using System.IO.Compression;
using System.Text;

namespace LumenArgus.Tests.Scanning.Decoding;

/// <summary>Every encoding that is undone, by name. Each is applied to a token that stands in a sentence.</summary>
internal static class Encoders
{
    public static IReadOnlyDictionary<string, (string Chain, Func<string, string> Encode)> All { get; } =
        new Dictionary<string, (string, Func<string, string>)>(StringComparer.Ordinal)
        {
            ["base64"] = ("[base64]", t => Convert.ToBase64String(Utf8(t))),
            ["base64 without padding"] = ("[base64]", t => Convert.ToBase64String(Utf8(t)).TrimEnd('=')),
            ["base64url"] = ("[base64]", t => Convert.ToBase64String(Utf8("ÿÿ>" + t)).Replace('+', '-').Replace('/', '_')),
            ["base64 glued"] = ("[base64]", t => "x" + Convert.ToBase64String(Utf8(t))),
            ["base64 wrapped"] = ("[base64]", t => Wrap(Convert.ToBase64String(Utf8("some words before it, so that there are lines: " + t)), "\n")),
            ["base64 wrapped crlf"] = ("[base64]", t => Wrap(Convert.ToBase64String(Utf8("some words before it, so that there are lines: " + t)), "\r\n")),
            ["base64 wrapped indented"] = ("[base64]", t => Wrap(Convert.ToBase64String(Utf8("some words before it, so that there are lines: " + t)), "\n    ")),
            ["base64 wrapped numbered"] = ("[base64]", t => Wrap(Convert.ToBase64String(Utf8("some words before it, so that there are lines: " + t)), "\n     7\t")),
            ["base64 wrapped quoted"] = ("[base64]", t => Wrap(Convert.ToBase64String(Utf8("some words before it, so that there are lines: " + t)), "\n> ")),
            ["base64 wrapped escaped"] = ("[base64]", t => Wrap(Convert.ToBase64String(Utf8("some words before it, so that there are lines: " + t)), "\\n")),
            ["base64 in binary"] = ("[base64]", t => Convert.ToBase64String([.. Binary(900), .. Utf8(" " + t + " "), .. Binary(900)])),
            ["base64 in a large binary"] = ("[base64]", t => Convert.ToBase64String([.. Binary(20_000), .. Utf8(" " + t + " "), .. Binary(9000)])),
            ["base64 of utf-16"] = ("[base64]", t => Convert.ToBase64String(Encoding.Unicode.GetBytes("$key = " + t))),
            ["base64 of utf-16 big-endian"] = ("[base64]", t => Convert.ToBase64String(Encoding.BigEndianUnicode.GetBytes(t))),
            ["base64 of utf-16 wrapped"] = ("[base64]", t => Wrap(Convert.ToBase64String([.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(t)]), "\n")),
            ["gzip in base64"] = ("[base64][gzip]", t => Convert.ToBase64String(Pack(t, s => new GZipStream(s, CompressionLevel.Fastest)))),
            ["zlib in base64"] = ("[base64][gzip]", t => Convert.ToBase64String(Pack(t, s => new ZLibStream(s, CompressionLevel.Optimal)))),
            ["hex"] = ("[hex]", t => Convert.ToHexStringLower(Utf8(t))),
            ["hex capital"] = ("[hex]", t => Convert.ToHexString(Utf8(t))),
            ["hex colons"] = ("[hex]", t => string.Join(':', Utf8(t).Select(b => b.ToString("x2")))),
            ["hex dashes"] = ("[hex]", t => string.Join('-', Utf8(t).Select(b => b.ToString("X2")))),
            ["hex spaces"] = ("[hex]", t => string.Join(' ', Utf8(t).Select(b => b.ToString("x2")))),
            ["hex groups"] = ("[hex]", t => string.Join(' ', Utf8(t).Chunk(2).Select(Convert.ToHexStringLower))),
            ["hex array"] = ("[hex]", t => string.Join(", ", Utf8(t).Select(b => "0x" + b.ToString("x2")))),
            ["percent"] = ("[url]", t => string.Concat(Utf8(t).Select(b => "%" + b.ToString("X2")))),
            ["percent some"] = ("[url]", t => t.Replace("_", "%5f", StringComparison.Ordinal).Replace("A", "%41", StringComparison.Ordinal)),
            ["percent u"] = ("[url]", t => string.Concat(t.Select(c => $"%u{(int)c:x4}"))),
            ["unicode"] = ("[unicode]", t => string.Concat(t.Select(c => $"\\u{(int)c:x4}"))),
            ["unicode braces"] = ("[unicode]", t => string.Concat(t.Select(c => $"\\u{{{(int)c:x}}}"))),
            ["unicode long"] = ("[unicode]", t => string.Concat(t.Select(c => $"\\U{(int)c:x8}"))),
            ["hex escapes"] = ("[unicode]", t => string.Concat(t.Select(c => $"\\x{(int)c:x2}"))),
            ["html decimal"] = ("[html]", t => string.Concat(t.Select(c => $"&#{(int)c};"))),
            ["html hex"] = ("[html]", t => string.Concat(t.Select(c => $"&#x{(int)c:X};"))),
            ["html without semicolon"] = ("[html]", t => string.Concat(t.Select(c => $"&#{(int)c:d7}"))),
            ["quoted-printable"] = ("[quoted-printable]", t => string.Concat(Utf8(t).Select(b => "=" + b.ToString("X2")))),
            ["quoted-printable lines"] = ("[quoted-printable]", t => t[..7] + "=\r\n" + t[7..] + " =3D=3D"),
        };

    /// <summary>Whether UTF-16 units are written one by one, which is no text for characters of two units.</summary>
    public static bool IsByUnit(string way) => way is "percent u" or "unicode braces" or "unicode long" || way.Contains("html", StringComparison.Ordinal);

    public static string Wrap(string text, string lineEnd) => string.Join(lineEnd, text.Chunk(40).Select(c => new string(c)));

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);

    private static byte[] Binary(int length)
    {
        var bytes = new byte[length];
        new Random(7).NextBytes(bytes);
        return bytes;
    }

    private static byte[] Pack(string text, Func<Stream, Stream> pack)
    {
        using var packed = new MemoryStream();
        using (var stream = pack(packed))
        {
            stream.Write(Utf8("words before it " + text + " and behind it"));
        }

        return packed.ToArray();
    }
}
