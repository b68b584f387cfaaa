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
        var buffer = new byte[(int)Math.Min(_limit, length > 0 ? length : FirstBuffer)];
        var used = 0;
        while (stream.Read(buffer, used, buffer.Length - used) is > 0 and var read)
        {
            used += read;
            if (used < buffer.Length)
            {
                continue;
            }

            // Full: that it ends here, as its length says, is only known by asking for more.
            if (used == _limit || stream.ReadByte() is not (>= 0 and var next))
            {
                break;
            }

            Array.Resize(ref buffer, (int)Math.Min(_limit, buffer.Length * 2L));
            buffer[used++] = (byte)next;
        }

        var leftOut = used == _limit && stream.ReadByte() >= 0;
        var text = TextBytes.ToUtf8(used == buffer.Length ? buffer : buffer[..used]);
        return new ScanTarget(name, text)
        {
            IsBinary = TextBytes.IsBinary(text),
            LeftOut = leftOut ? WhatIsLeftOut(length - used) : null,
        };
    }

    private string WhatIsLeftOut(long bytes) =>
        bytes > 0 ? $"{bytes} bytes lie beyond proxy.max_body_size ({_limit})" : $"an unknown number of bytes lies beyond proxy.max_body_size ({_limit})";
}
