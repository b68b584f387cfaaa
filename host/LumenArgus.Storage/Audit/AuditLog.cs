using System.Buffers;
using System.Threading.Channels;

namespace LumenArgus.Storage.Audit;

/// <summary>
/// The audit log of one process: one file of its own, one JSON line per entry, one writer. Lines that wait are written together (group commit).
/// A line is safe once the operating system has it, so a killed process loses none; the file is not synchronised to the disk per line,
/// because that costs milliseconds per request and only matters when the whole machine fails. It is synchronised when the log is closed.
/// </summary>
public sealed class AuditLog : IAsyncDisposable
{
    private const int QueueLength = 10_000;

    private readonly AuditFile _file;
    private readonly Channel<PendingLine> _queue;
    private readonly Task _writer;

    /// <summary>Opens the log. Never throws because of the disk: a folder that cannot be written is reported, and each append tries again.</summary>
    /// <param name="directory">Folder of the audit files; created with mode 0700.</param>
    /// <param name="clock">The clock.</param>
    /// <param name="onFault">Called when writing starts to fail, with the reason, and with null when it works again. Must return at once.</param>
    public AuditLog(string directory, TimeProvider clock, Action<string?>? onFault = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(directory);
        ArgumentNullException.ThrowIfNull(clock);
        _file = new AuditFile(directory, clock, onFault);
        _file.TryOpen();
        _queue = Channel.CreateBounded<PendingLine>(new BoundedChannelOptions(QueueLength) { SingleReader = true });
        _writer = Task.Run(WriteQueueAsync);
    }

    /// <summary>The current file; null while none could be created.</summary>
    public string? Path => _file.Path;

    /// <summary>Why the last write failed; null if it did not.</summary>
    public string? Fault => _file.Fault;

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
        var bytes = new ArrayBufferWriter<byte>(512);
        AuditLineWriter.Write(bytes, entry);
        var line = new PendingLine(
            bytes.WrittenMemory,
            durable ? new TaskCompletionSource<AuditAppendResult>(TaskCreationOptions.RunContinuationsAsynchronously) : null);
        try
        {
            await _queue.Writer.WriteAsync(line, cancellationToken);
        }
        catch (ChannelClosedException)
        {
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

    private async Task WriteQueueAsync()
    {
        var batch = new List<PendingLine>();
        var bytes = new ArrayBufferWriter<byte>(64 * 1024);
        while (await _queue.Reader.WaitToReadAsync())
        {
            while (bytes.WrittenCount < 1024 * 1024 && _queue.Reader.TryRead(out var line))
            {
                bytes.Write(line.Bytes.Span);
                batch.Add(line);
            }

            var result = WriteBatch(bytes.WrittenSpan, batch.Count);
            foreach (var line in batch)
            {
                line.Written?.TrySetResult(result);
            }

            batch.Clear();
            bytes.ResetWrittenCount();
        }
    }

    private AuditAppendResult WriteBatch(ReadOnlySpan<byte> lines, int count)
    {
        try
        {
            return _file.Write(lines, count);
        }
#pragma warning disable CA1031 // Background loop: were it to end, every durable append after it would wait for ever.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            return AuditAppendResult.Failed($"The audit log failed: {exception.Message}");
        }
    }

    private readonly record struct PendingLine(ReadOnlyMemory<byte> Bytes, TaskCompletionSource<AuditAppendResult>? Written);
}
