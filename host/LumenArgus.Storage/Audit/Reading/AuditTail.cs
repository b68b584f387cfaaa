namespace LumenArgus.Storage.Audit.Reading;

/// <summary>
/// The newest lines of a folder's audit files. What was read once is kept: a later look reads only what was appended since, so it costs nothing while nothing happens.
/// </summary>
/// <param name="directory">The folder.</param>
public sealed class AuditTail(string directory)
{
    /// <summary>Lines at most.</summary>
    public const int MaxEntries = 10_000;

    // Enough for ten thousand lines with findings; a line without has 600 bytes.
    private const long MaxBytes = 16 * 1024 * 1024;

    private readonly Lock _lock = new();
    private readonly Queue<AuditTailEntry> _entries = new();
    private string? _file;
    private long _position;
    private long _bytes;

    /// <summary>Reads what is new.</summary>
    /// <returns>The entries, the newest first.</returns>
    /// <exception cref="IOException">The folder cannot be read.</exception>
    public IReadOnlyList<AuditTailEntry> Read()
    {
        lock (_lock)
        {
            var files = AuditFolder.Files(directory).ToList();
            var known = _file is null ? -1 : files.IndexOf(_file);
            if (known < 0)
            {
                // The first look, or the file that was read last has gone.
                _entries.Clear();
                (_file, _bytes) = (null, 0);
            }

            foreach (var file in known >= 0 ? files.Skip(known) : Newest(files))
            {
                // A look that begins within a file begins within a line.
                var isCut = false;
                if (file != _file)
                {
                    var start = _file is null ? Math.Max(0, new FileInfo(file).Length - MaxBytes) : 0;
                    (_file, _position, isCut) = (file, start, start > 0);
                }

                Append(file, isCut);
            }

            return [.. _entries.Reverse()];
        }
    }

    // The first look takes as many files as may hold what is kept.
    private static List<string> Newest(IReadOnlyList<string> files)
    {
        var taken = new List<string>();
        var bytes = 0L;
        for (var i = files.Count - 1; i >= 0 && bytes < MaxBytes; i--)
        {
            taken.Add(files[i]);
            bytes += new FileInfo(files[i]).Length;
        }

        taken.Reverse();
        return taken;
    }

    private void Append(string file, bool isCut)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
        if (stream.Length <= _position)
        {
            return;
        }

        stream.Position = _position;
        foreach (var line in AuditLines.Read(stream))
        {
            if (!line.IsWhole)
            {
                // Half a line is still being written.
                _position += line.Bytes.IsEmpty ? stream.Length - _position : 0;
                break;
            }

            _position += line.Bytes.Length;
            if (!isCut && AuditTailEntry.TryRead(line.Bytes) is { } entry)
            {
                Add(entry);
            }

            isCut = false;
        }
    }

    private void Add(AuditTailEntry entry)
    {
        _entries.Enqueue(entry);
        _bytes += entry.Json.Length;
        while (_entries.Count > MaxEntries || _bytes > MaxBytes)
        {
            _bytes -= _entries.Dequeue().Json.Length;
        }
    }
}
