using System.Buffers;
using System.Threading.Channels;

namespace LumenArgus.Storage.Audit;

/// <summary>
/// The audit log of one process: files of its own, one JSON line per entry, one writer. Lines that wait are written together (group commit).
/// A line is safe once the operating system has it, so a killed process loses none; the file is not synchronised to the disk per line,
/// because that costs milliseconds per request and only matters when the whole machine fails. It is synchronised when it is full and when the log is closed.
/// </summary>
public sealed class AuditLog : IAsyncDisposable
{
    private const int QueueLength = 10_000;
    private const int MaxBatchBytes = 1024 * 1024;
    private const int InitialBuffer = 4096;
    private const int MaxKeptBuffer = 64 * 1024;

    // For each thread: what a line grows through would be the most that a request leaves to the garbage collector.
    [ThreadStatic]
    private static ArrayBufferWriter<byte>? _buffer;

    private readonly AuditFile _file;
    private readonly Channel<PendingLine> _queue;
    private readonly Task _writer;
    private volatile AuditFileOptions _options;

    /// <summary>Opens the log. Never throws because of the disk: a folder that cannot be written is reported, and each append tries again.</summary>
    /// <param name="directory">Folder of the audit files; created with mode 0700.</param>
    /// <param name="clock">The clock.</param>
    /// <param name="onFault">Called when writing starts to fail, with the reason, and with null when it works again. Must return at once.</param>
    /// <param name="options">How the files are written; null for the defaults.</param>
    public AuditLog(string directory, TimeProvider clock, Action<string?>? onFault = null, AuditFileOptions? options = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(directory);
        ArgumentNullException.ThrowIfNull(clock);
        _file = new AuditFile(directory, clock, onFault);
        _options = options ?? new AuditFileOptions();
        _file.TryOpen(_options);
        _queue = Channel.CreateBounded<PendingLine>(new BoundedChannelOptions(QueueLength) { SingleReader = true });
        _writer = Task.Run(WriteQueueAsync);
    }

    /// <summary>The current file; null while none could be created.</summary>
    public string? Path => _file.Path;

    /// <summary>Why the last write failed; null if it did not.</summary>
    public string? Fault => _file.Fault;

    /// <summary>How the files are written. What is set here counts from the next line on.</summary>
    public AuditFileOptions Options
    {
        get => _options;
        set => _options = value;
    }

    /// <summary>Lines that never reached the file.</summary>
    public long LostLines => _file.LostLines;

    /// <summary>Appends a line.</summary>
    /// <param name="entry">What to write.</param>
    /// <param name="durable">True: wait until the operating system has the line. False: wait only until it is queued; for requests that pass.</param>
    /// <param name="cancellationToken">Gives up waiting; the line may still be written.</param>
    /// <returns>Whether it is written. Never throws because of the disk: what happens then is the fail table's decision.</returns>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public async ValueTask<AuditAppendResult> AppendAsync(AuditEntry entry, bool durable, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(entry);
        var line = new PendingLine(
            LineOf(entry),
            durable ? new TaskCompletionSource<AuditAppendResult>(TaskCreationOptions.RunContinuationsAsynchronously) : null);
        try
        {
            await _queue.Writer.WriteAsync(line, cancellationToken);
        }
        catch (ChannelClosedException)
        {
            ArrayPool<byte>.Shared.Return(line.Bytes.Array!);
            return AuditAppendResult.Failed("The audit log is closed.");
        }

        return line.Written is { } written ? await written.Task.WaitAsync(cancellationToken) : AuditAppendResult.Ok;
    }

    /// <summary>Writes what is queued, synchronises the file to the disk and closes it.</summary>
    /// <returns>A task that ends when the file is closed.</returns>
    public async ValueTask DisposeAsync()
    {
        _queue.Writer.TryComplete();
        await _writer;
        _file.Dispose();
    }

    private static ArraySegment<byte> LineOf(AuditEntry entry)
    {
        var buffer = _buffer ??= new ArrayBufferWriter<byte>(InitialBuffer);
        buffer.ResetWrittenCount();
        AuditLineWriter.Write(buffer, entry);
        var line = new ArraySegment<byte>(ArrayPool<byte>.Shared.Rent(buffer.WrittenCount), 0, buffer.WrittenCount);
        buffer.WrittenSpan.CopyTo(line);
        _buffer = buffer.Capacity > MaxKeptBuffer ? null : buffer;
        return line;
    }

    private async Task WriteQueueAsync()
    {
        var batch = new List<PendingLine>();
        var lines = new List<ReadOnlyMemory<byte>>();
        while (await _queue.Reader.WaitToReadAsync())
        {
            for (var bytes = 0; bytes < MaxBatchBytes && _queue.Reader.TryRead(out var line); bytes += line.Bytes.Count)
            {
                lines.Add(line.Bytes);
                batch.Add(line);
            }

            var result = WriteBatch(lines);
            foreach (var line in batch)
            {
                ArrayPool<byte>.Shared.Return(line.Bytes.Array!);
                line.Written?.TrySetResult(result);
            }

            batch.Clear();
            lines.Clear();
        }
    }

    private AuditAppendResult WriteBatch(IReadOnlyList<ReadOnlyMemory<byte>> lines)
    {
        try
        {
            return _file.Write(lines, _options);
        }
#pragma warning disable CA1031 // Background loop: were it to end, every durable append after it would wait for ever.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            return AuditAppendResult.Failed($"The audit log failed: {exception.Message}");
        }
    }

    /// <param name="Bytes">From the pool.</param>
    /// <param name="Written">Set when the line is written; null if nobody waits.</param>
    private readonly record struct PendingLine(ArraySegment<byte> Bytes, TaskCompletionSource<AuditAppendResult>? Written);
}
