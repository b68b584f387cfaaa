namespace LumenArgus.Storage.Audit.Reading;

/// <summary>Reads the lines of a file one by one. Takes no lock: the product writes on meanwhile.</summary>
public static class AuditLines
{
    private const int BufferBytes = 128 * 1024;
    private const int MaxLineBytes = 64 * 1024 * 1024;

    /// <summary>Reads a file.</summary>
    /// <param name="path">The file.</param>
    /// <returns>Its lines. What is appended while it is read may be left out.</returns>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static IEnumerable<AuditLine> Read(string path)
    {
        using var stream = new FileStream(path, new FileStreamOptions
        {
            Mode = FileMode.Open,
            Access = FileAccess.Read,
            Share = FileShare.ReadWrite | FileShare.Delete,
            BufferSize = 0,
            Options = FileOptions.SequentialScan,
        });
        foreach (var line in Read(stream))
        {
            yield return line;
        }
    }

    /// <summary>Reads a stream to its end.</summary>
    /// <param name="stream">The stream.</param>
    /// <returns>Its lines.</returns>
    public static IEnumerable<AuditLine> Read(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        var buffer = new byte[BufferBytes];
        int start = 0, end = 0, searched = 0;
        long number = 1;
        var isTooLong = false;
        while (true)
        {
            var feed = buffer.AsSpan(searched, end - searched).IndexOf((byte)'\n');
            if (feed >= 0)
            {
                var next = searched + feed + 1;
                yield return isTooLong ? new AuditLine(number, default, IsWhole: false) : new AuditLine(number, buffer.AsMemory(start, next - start), IsWhole: true);
                (start, searched, isTooLong) = (next, next, false);
                number++;
                continue;
            }

            searched = end;
            if (end == buffer.Length)
            {
                isTooLong |= start == 0 && buffer.Length >= MaxLineBytes;
                buffer = MakeRoom(buffer, isTooLong ? end : start, end);
                end -= isTooLong ? end : start;
                (start, searched) = (0, end);
            }

            var read = stream.Read(buffer.AsSpan(end));
            if (read == 0)
            {
                break;
            }

            end += read;
        }

        if (end > start || isTooLong)
        {
            yield return new AuditLine(number, isTooLong ? default : buffer.AsMemory(start, end - start), IsWhole: false);
        }
    }

    // Moves what is not yet a line to the front, and doubles the buffer where that makes no room.
    private static byte[] MakeRoom(byte[] buffer, int start, int end)
    {
        var target = start > 0 ? buffer : new byte[Math.Min(buffer.Length * 2, MaxLineBytes)];
        buffer.AsSpan(start, end - start).CopyTo(target);
        return target;
    }
}
