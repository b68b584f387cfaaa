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

    // With its monitor: a BlockingCollection spins before it waits, which under load cost as much as a twentieth of the whole process.
    private readonly Queue<string> _lines = new();
    private readonly int _capacity;
    private readonly Action<StringBuilder> _write;
    private readonly TimeSpan _rest;
    private readonly Thread _thread;
    private long _dropped;
    private bool _isResting;
    private bool _closed;

    /// <summary>Starts the thread.</summary>
    /// <param name="name">Name of the thread.</param>
    /// <param name="write">Writes one or more whole lines, which it does not keep. An <see cref="IOException"/> it throws loses these lines only.</param>
    /// <param name="capacity">Lines that may wait.</param>
    /// <param name="rest">How long lines are collected after a write; the first one after it goes at once.</param>
    public LineWriter(string name, Action<StringBuilder> write, int capacity = 4096, TimeSpan rest = default)
    {
        (_write, _capacity, _rest) = (write, capacity, rest);
        _thread = new Thread(WriteAll) { IsBackground = true, Name = name };
        _thread.Start();
    }

    /// <summary>Lines that were not written.</summary>
    public long Dropped => Interlocked.Read(ref _dropped);

    /// <summary>Queues a line (or some, separated by line feeds); never waits. Of a request that ends after the writer it is dropped.</summary>
    public void Add(string line)
    {
        lock (_lines)
        {
            if (!_closed && _lines.Count < _capacity)
            {
                _lines.Enqueue(line);
                if (_lines.Count == 1 && !_isResting)
                {
                    Monitor.Pulse(_lines);
                }

                return;
            }
        }

        Interlocked.Increment(ref _dropped);
    }

    /// <summary>Writes what is queued, waiting a bounded time.</summary>
    public void Dispose()
    {
        lock (_lines)
        {
            if (_closed)
            {
                return;
            }

            _closed = true;
            Monitor.Pulse(_lines);
        }

        _thread.Join(FlushTimeout);
    }

    private void WriteAll()
    {
        var batch = new StringBuilder();
        while (TryTake(batch))
        {
            try
            {
                _write(batch);
            }
#pragma warning disable CA1031 // Background loop: an exception in here would end the process, for the sake of a line.
            catch (Exception)
#pragma warning restore CA1031
            {
                // A closed pipe or a full disk; there is nowhere left to say so.
                Interlocked.Increment(ref _dropped);
            }

            batch.Clear();
            Rest();
        }
    }

    // To be woken and to write for each line costs several times what the lines do.
    private void Rest()
    {
        lock (_lines)
        {
            if (_rest > TimeSpan.Zero && !_closed)
            {
                _isResting = true;
                Monitor.Wait(_lines, _rest);
                _isResting = false;
            }
        }
    }

    /// <summary>Waits for lines; false when there will be none.</summary>
    private bool TryTake(StringBuilder batch)
    {
        lock (_lines)
        {
            while (_lines.Count == 0)
            {
                if (_closed)
                {
                    return false;
                }

                Monitor.Wait(_lines);
            }

            while (batch.Length < MaxBatchChars && _lines.TryDequeue(out var line))
            {
                batch.Append(line).Append('\n');
            }

            return true;
        }
    }
}
