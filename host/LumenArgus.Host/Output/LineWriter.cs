using System.Collections.Concurrent;
using System.Text;

namespace LumenArgus.Host.Output;

/// <summary>
/// Takes lines from any thread and writes them on a thread of its own, so that a slow terminal or disk never holds up traffic.
/// When too many lines wait, further ones are dropped and counted. Not a task: a terminal that is paused (Ctrl-S) blocks the writer for
/// as long as the user likes, and a pool thread is too dear for that.
/// </summary>
internal sealed class LineWriter : IDisposable
{
    private const int MaxBatchChars = 64 * 1024;
    private static readonly TimeSpan FlushTimeout = TimeSpan.FromSeconds(5);

    private readonly BlockingCollection<string> _lines;
    private readonly Action<string> _write;
    private readonly Thread _thread;
    private long _dropped;
    private int _disposed;

    /// <summary>Starts the thread.</summary>
    /// <param name="name">Name of the thread.</param>
    /// <param name="write">Writes one or more whole lines. An <see cref="IOException"/> it throws loses these lines only.</param>
    /// <param name="capacity">Lines that may wait.</param>
    public LineWriter(string name, Action<string> write, int capacity = 4096)
    {
        _write = write;
        _lines = new BlockingCollection<string>(capacity);
        _thread = new Thread(WriteAll) { IsBackground = true, Name = name };
        _thread.Start();
    }

    /// <summary>Lines that were not written.</summary>
    public long Dropped => Interlocked.Read(ref _dropped);

    /// <summary>Queues a line (or some, separated by line feeds); never waits.</summary>
    public void Add(string line)
    {
        try
        {
            if (_lines.TryAdd(line))
            {
                return;
            }
        }
        catch (InvalidOperationException)
        {
            // Closed meanwhile: a request that ends after the writer.
        }

        Interlocked.Increment(ref _dropped);
    }

    /// <summary>Writes what is queued, waiting a bounded time.</summary>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _disposed, 1) == 1)
        {
            return;
        }

        _lines.CompleteAdding();
        _thread.Join(FlushTimeout);
    }

    private void WriteAll()
    {
        var batch = new StringBuilder();
        foreach (var first in _lines.GetConsumingEnumerable())
        {
            batch.Append(first).Append('\n');
            while (batch.Length < MaxBatchChars && _lines.TryTake(out var next))
            {
                batch.Append(next).Append('\n');
            }

            try
            {
                _write(batch.ToString());
            }
#pragma warning disable CA1031 // Background loop: an exception in here would end the process, for the sake of a line.
            catch (Exception)
#pragma warning restore CA1031
            {
                // A closed pipe or a full disk; there is nowhere left to say so.
                Interlocked.Increment(ref _dropped);
            }

            batch.Clear();
        }
    }
}
