namespace LumenArgus.Host.FileScan.Inputs;

/// <summary>Reads a file or a stream up to the size limit of request bodies; what is beyond is told, never dropped in silence.</summary>
internal sealed class TargetReader(long maxBodySize)
{
    private const int FirstBuffer = 64 * 1024;

    private readonly int _limit = (int)Math.Min(maxBodySize, Array.MaxLength);

    /// <summary>Reads a file.</summary>
    /// <exception cref="IOException">It cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">It cannot be read.</exception>
    public ScanTarget ReadFile(string path, string name, string sourceFile)
    {
        using var stream = new FileStream(path, new FileStreamOptions { Options = FileOptions.SequentialScan, BufferSize = 0, Share = FileShare.ReadWrite | FileShare.Delete });
        return ReadStream(stream, name) with { SourceFile = sourceFile };
    }

    /// <summary>Reads a stream to its end.</summary>
    public ScanTarget ReadStream(Stream stream, string name)
    {
        var length = stream.CanSeek ? stream.Length : 0;
        var buffer = new byte[(int)Math.Min(_limit, length > 0 ? length + 1 : FirstBuffer)];
        var used = 0;
        while (true)
        {
            var read = stream.Read(buffer, used, buffer.Length - used);
            used += read;
            if (read == 0 || used == _limit)
            {
                break;
            }

            if (used == buffer.Length)
            {
                Array.Resize(ref buffer, (int)Math.Min(_limit, buffer.Length * 2L));
            }
        }

        var leftOut = used == _limit && stream.ReadByte() >= 0;
        var text = TextBytes.ToUtf8(buffer[..used]);
        return new ScanTarget(name, text)
        {
            IsBinary = TextBytes.IsBinary(text),
            LeftOut = !leftOut ? null : length > used ? $"{length - used} bytes lie beyond proxy.max_body_size ({_limit})" : $"what lies beyond proxy.max_body_size ({_limit} bytes)",
        };
    }
}
