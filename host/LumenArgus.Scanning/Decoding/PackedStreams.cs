using System.IO.Compression;

namespace LumenArgus.Scanning.Decoding;

/// <summary>
/// The compressed streams of a file that is known by its first bytes: gzip (RFC 1952), zlib (RFC 1950), the entries of a ZIP archive (APPNOTE.TXT; also Office documents and packages of
/// Java) and the streams of a PDF (ISO 32000-1, 7.3.8) that are compressed with FlateDecode.
/// </summary>
public static class PackedStreams
{
    /// <summary>What opening a stream costs, in bytes of what may be decoded: a file can hold one for each ten of its bytes.</summary>
    public const int OpeningBytes = 4096;

    private const int ShortestStream = 4;
    private const byte ZlibMethod = 0x78;
    private const byte PresetDictionary = 0x20;

    private static ReadOnlySpan<byte> ZipHeader => "PK\x3\x4"u8;

    private static ReadOnlySpan<byte> PdfHeader => "%PDF"u8;

    /// <summary>Whether what begins so is one compressed stream.</summary>
    /// <param name="header">Its first three bytes.</param>
    /// <returns>True for gzip and zlib.</returns>
    public static bool IsStream(ReadOnlySpan<byte> header) => IsGzip(header) || IsZlib(header);

    /// <summary>Whether a file that begins so is a ZIP archive or a PDF: other content stands between its streams.</summary>
    /// <param name="header">Its first bytes.</param>
    /// <returns>True if it is one.</returns>
    public static bool IsContainer(ReadOnlySpan<byte> header) => header.StartsWith(ZipHeader) || header.StartsWith(PdfHeader);

    /// <summary>Opens the streams one after the other.</summary>
    /// <param name="file">The file.</param>
    /// <param name="length">Its length.</param>
    /// <returns>Each stream, to be read before the next one is asked for; null for an entry that is encrypted or packed in an unknown way. None of an archive that has no directory.</returns>
    public static IEnumerable<Stream?> Open(byte[] file, int length)
    {
        ArgumentNullException.ThrowIfNull(file);
        return file.AsSpan(0, length).StartsWith(ZipHeader) ? OpenZip(file, length)
            : file.AsSpan(0, length).StartsWith(PdfHeader) ? OpenPdf(file, length)
            : IsGzip(file) ? [new GZipStream(From(file, 0, length), CompressionMode.Decompress)]
            : [new ZLibStream(From(file, 0, length), CompressionMode.Decompress)];
    }

    private static IEnumerable<Stream?> OpenZip(byte[] file, int length)
    {
        using var archive = Archive(file, length);
        foreach (var entry in archive?.Entries ?? [])
        {
            yield return OpenEntry(entry);
        }
    }

    private static ZipArchive? Archive(byte[] file, int length)
    {
        try
        {
            var archive = new ZipArchive(From(file, 0, length), ZipArchiveMode.Read);

            // The directory is read when it is asked for.
            return archive.Entries.Count > 0 ? archive : null;
        }
        catch (Exception broken) when (broken is InvalidDataException or IOException)
        {
            return null;
        }
    }

    private static Stream? OpenEntry(ZipArchiveEntry entry)
    {
        try
        {
            return entry.IsEncrypted ? null : entry.Open();
        }
        catch (Exception broken) when (broken is InvalidDataException or IOException or NotSupportedException)
        {
            return null;
        }
    }

    private static IEnumerable<Stream> OpenPdf(byte[] file, int length)
    {
        var position = 0;
        while (NextZlib(file.AsSpan(0, length), ref position))
        {
            yield return new ZLibStream(From(file, position, length), CompressionMode.Decompress);
        }
    }

    // Behind the word "stream" and the end of its line.
    private static bool NextZlib(ReadOnlySpan<byte> file, ref int position)
    {
        while (file[position..].IndexOf("stream"u8) is var word and >= 0)
        {
            position += word + "stream".Length;
            var start = position;
            start += start < file.Length && file[start] == '\r' ? 1 : 0;
            start += start < file.Length && file[start] == '\n' ? 1 : 0;
            if (start > position && file.Length - start > ShortestStream && IsZlib(file[start..]))
            {
                position = start;
                return true;
            }
        }

        return false;
    }

    private static MemoryStream From(byte[] file, int start, int length) => new(file, start, length - start, writable: false);

    private static bool IsGzip(ReadOnlySpan<byte> bytes) => bytes[0] == 0x1F && bytes[1] == 0x8B && bytes[2] == 8;

    // Without a preset dictionary (RFC 1950 2.2): nobody could read that. "x " would be one.
    private static bool IsZlib(ReadOnlySpan<byte> bytes) => bytes[0] == ZlibMethod && (bytes[1] & PresetDictionary) == 0 && ((bytes[0] << 8) | bytes[1]) % 31 == 0;
}
