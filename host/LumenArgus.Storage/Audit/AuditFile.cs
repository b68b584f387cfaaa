using LumenArgus.Storage.Files;

namespace LumenArgus.Storage.Audit;

/// <summary>The file behind the log. Used by one thread at a time. A write that fails half-way leaves no half line behind.</summary>
internal sealed class AuditFile(string directory, TimeProvider clock, Action<string?>? onFault) : IDisposable
{
    private static readonly TimeSpan ReopenInterval = TimeSpan.FromSeconds(1);

    private FileStream? _stream;
    private long _length;
    private long _lastAttempt;
    private long _lostLines;
    private volatile string? _fault;
    private volatile string? _path;

    public string? Path => _path;

    public string? Fault => _fault;

    public long LostLines => Interlocked.Read(ref _lostLines);

    public bool TryOpen()
    {
        _lastAttempt = clock.GetTimestamp();
        try
        {
            PrivateFiles.CreateDirectory(directory);
            _stream = Create();
            _length = 0;
            Report(null);
            return true;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            Report($"The audit log cannot be created in {directory}: {exception.Message}");
            return false;
        }
    }

    /// <summary>Writes whole lines with one system call.</summary>
    public AuditAppendResult Write(ReadOnlySpan<byte> lines, int count)
    {
        if (_stream is null && (clock.GetElapsedTime(_lastAttempt) < ReopenInterval || !TryOpen()))
        {
            return Lost(count);
        }

        try
        {
            // At our own offset: what a failed write left behind it is overwritten by the next one.
            RandomAccess.Write(_stream!.SafeFileHandle, lines, _length);
            _length += lines.Length;
            Report(null);
            return AuditAppendResult.Ok;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            RemoveHalfLine();
            Report($"The audit log {Path} cannot be written: {exception.Message}");
            return Lost(count);
        }
    }

    public void Dispose()
    {
        if (_stream is null)
        {
            return;
        }

        try
        {
            _stream.Flush(flushToDisk: true);
        }
        catch (IOException exception)
        {
            Report($"The audit log {Path} cannot be synchronised: {exception.Message}");
        }

        _stream.Dispose();
        _stream = null;
    }

    private FileStream Create()
    {
        var now = clock.GetUtcNow();
        var path = System.IO.Path.Combine(directory, AuditFileName.First(now));
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                var stream = PrivateFiles.CreateNew(path);
                _path = path;
                return stream;
            }
            catch (IOException) when (File.Exists(path) && attempt < 16)
            {
                path = System.IO.Path.Combine(directory, AuditFileName.WithSuffix(now));
            }
        }
    }

    private void RemoveHalfLine()
    {
        try
        {
            _stream!.SetLength(_length);
        }
        catch (IOException)
        {
            // The next write starts at the same offset and overwrites it.
        }
    }

    private AuditAppendResult Lost(int count)
    {
        Interlocked.Add(ref _lostLines, count);
        return AuditAppendResult.Failed(_fault ?? "The audit log is not open.");
    }

    private void Report(string? fault)
    {
        var wasFine = _fault is null;
        _fault = fault;
        if (wasFine != fault is null)
        {
            onFault?.Invoke(fault);
        }
    }
}
