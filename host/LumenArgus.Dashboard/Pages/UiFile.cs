using System.IO.Compression;
using System.Security.Cryptography;

namespace LumenArgus.Dashboard.Pages;

/// <summary>A file of the web app, compressed once.</summary>
internal sealed class UiFile
{
    private const int SmallestCompressed = 512;
    private const string AssetFolder = "assets/";

    private readonly Lazy<byte[]?> _brotli;
    private readonly Lazy<byte[]?> _gzip;

    public UiFile(string path, byte[] content)
    {
        Path = path;
        Content = content;
        ETag = $"\"{Convert.ToHexStringLower(SHA256.HashData(content).AsSpan(0, 16))}\"";
        ContentType = TypeOf(path);
        var isText = !ContentType.StartsWith("image/", StringComparison.Ordinal) || ContentType.StartsWith("image/svg", StringComparison.Ordinal);
        var isWorthIt = isText && content.Length >= SmallestCompressed;
        _brotli = new Lazy<byte[]?>(() => isWorthIt ? Compress(static output => new BrotliStream(output, CompressionLevel.Optimal)) : null);
        _gzip = new Lazy<byte[]?>(() => isWorthIt ? Compress(static output => new GZipStream(output, CompressionLevel.Optimal)) : null);
    }

    /// <summary>Its path without a slash in front.</summary>
    public string Path { get; }

    public byte[] Content { get; }

    public string ETag { get; }

    public string ContentType { get; }

    public byte[]? Brotli => _brotli.Value;

    public byte[]? Gzip => _gzip.Value;

    /// <summary>Whether its name changes with its content.</summary>
    public bool IsImmutable => Path.StartsWith(AssetFolder, StringComparison.Ordinal);

    private byte[] Compress(Func<Stream, Stream> open)
    {
        using var output = new MemoryStream();
        using (var compressed = open(output))
        {
            compressed.Write(Content);
        }

        return output.ToArray();
    }

    private static string TypeOf(string path) => System.IO.Path.GetExtension(path) switch
    {
        ".html" => "text/html; charset=utf-8",
        ".js" or ".mjs" => "text/javascript; charset=utf-8",
        ".css" => "text/css; charset=utf-8",
        ".json" or ".webmanifest" => "application/json",
        ".svg" => "image/svg+xml",
        ".png" => "image/png",
        ".ico" => "image/x-icon",
        ".woff2" => "font/woff2",
        ".txt" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    };
}
