using System.Buffers;
using LumenArgus.Storage.Files;

namespace LumenArgus.Storage.Audit;

/// <summary>
/// The files behind the log, one after the other: a full one, one of yesterday (UTC), and one that somebody has deleted is followed by a new one. Used by one thread at a time. A write that fails half-way
/// leaves no half line behind.
/// </summary>
internal sealed class AuditFile(string directory, TimeProvider clock, Action<string?>? onFault) : IDisposable
{
    private static readonly TimeSpan ReopenInterval = TimeSpan.FromSeconds(1);

    private readonly ArrayBufferWriter<byte> _chained = new(64 * 1024);
    private FileStream? _stream;
    private AuditChain? _chain;
    private Task _closing = Task.CompletedTask;
    private DateOnly _day;
    private long _length;
    private long _lastAttempt;
    private long _lastLook;
    private long _lostLines;
    private string? _heldBack;
    private volatile string? _fault;
    private volatile string? _path;

    public string? Path => _path;

    public string? Fault => _fault;

    public long LostLines => Interlocked.Read(ref _lostLines);

    public bool TryOpen(AuditFileOptions options)
    {
        _lastAttempt = clock.GetTimestamp();
        try
        {
            _stream = Create();
            _length = 0;
            _chain = options.HashChain ? new AuditChain() : null;
            Report(null);
            return true;
        }
        catch (Exception exception) when (DiskFaults.Is(exception))
        {
            Report($"The audit log cannot be created in {directory}: {exception.Message}");
            return false;
        }
    }

    /// <summary>Writes whole lines with one system call.</summary>
    public AuditAppendResult Write(IReadOnlyList<ReadOnlyMemory<byte>> lines, AuditFileOptions options)
    {
        if (_stream is null && (clock.GetElapsedTime(_lastAttempt) < ReopenInterval || !TryOpen(options)))
        {
            return Lost(lines.Count);
        }

        if (IsDone(options, lines.Sum(static line => (long)line.Length)) || IsGone())
        {
            StartNext(options);
        }

        var bytes = Assemble(lines);
        try
        {
            // At our own offset: what a failed write left behind it is overwritten by the next one.
            RandomAccess.Write(_stream!.SafeFileHandle, bytes, _length);
            _length += bytes.Length;
            _chain?.Commit();
            Report(_heldBack);
            return AuditAppendResult.Ok;
        }
        catch (Exception exception) when (DiskFaults.Is(exception))
        {
            _chain?.Rollback();
            RemoveHalfLine();
            Report($"The audit log {Path} cannot be written: {exception.Message}");
            return Lost(lines.Count);
        }
    }

    public void Dispose()
    {
        if (_stream is not null)
        {
            Close(_stream);
            _stream = null;
        }

        _closing.GetAwaiter().GetResult();
    }

    private bool IsDone(AuditFileOptions options, long more) =>
        (_length > 0 && (_length + more > options.MaxBytes || Today != _day)) || (_chain is not null) != options.HashChain;

    // A file without a name takes lines as before, and nobody would ever read them.
    private bool IsGone()
    {
        if (clock.GetElapsedTime(_lastLook) < ReopenInterval)
        {
            return false;
        }

        _lastLook = clock.GetTimestamp();
        return !File.Exists(_path);
    }

    private DateOnly Today => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);

    // Where no new file can be made the old one goes on: a line in it is better than none.
    private void StartNext(AuditFileOptions options)
    {
        if (_heldBack is not null && clock.GetElapsedTime(_lastAttempt) < ReopenInterval)
        {
            return;
        }

        _lastAttempt = clock.GetTimestamp();
        var (old, oldPath) = (_stream!, _path!);
        try
        {
            _stream = Create();
        }
        catch (Exception exception) when (DiskFaults.Is(exception))
        {
            _heldBack = $"The audit log cannot be continued in a new file in {directory}: {exception.Message}";
            return;
        }

        _length = 0;
        _heldBack = null;
        _chain = options.HashChain ? _chain ?? new AuditChain() : null;
        _chain?.ContinueIn(System.IO.Path.GetFileName(oldPath));

        // To synchronise a large file takes long; nobody who waits for a line has to wait for that.
        _closing = _closing.ContinueWith(_ => Close(old), CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
    }

    private ReadOnlySpan<byte> Assemble(IReadOnlyList<ReadOnlyMemory<byte>> lines)
    {
        _chained.ResetWrittenCount();
        foreach (var line in lines)
        {
            if (_chain is { } chain)
            {
                chain.Append(_chained, line.Span);
            }
            else
            {
                _chained.Write(line.Span);
            }
        }

        return _chained.WrittenSpan;
    }

    private void Close(FileStream stream)
    {
        try
        {
            stream.Flush(flushToDisk: true);
        }
        catch (IOException exception)
        {
            Report($"The audit log {stream.Name} cannot be synchronised: {exception.Message}");
        }

        stream.Dispose();
    }

    private FileStream Create()
    {
        PrivateFiles.CreateDirectory(directory);
        var now = clock.GetUtcNow();
        for (var number = 0; ; number++)
        {
            var path = System.IO.Path.Combine(directory, AuditFileName.Of(now, number));
            try
            {
                var stream = PrivateFiles.CreateNew(path);
                _path = path;
                _day = DateOnly.FromDateTime(now.UtcDateTime);
                return stream;
            }
            catch (IOException) when (File.Exists(path) && number < AuditFileName.MaxNumber)
            {
                // Another process, or this one after less than a second.
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
