using System.Collections.Immutable;

namespace LumenArgus.Storage.Database.Writing;

/// <summary>
/// What waits to be written, in order and bounded by bytes. Records of what passed get a quarter of the room and are shed beyond it. A finding is
/// refused only when all room is taken, which needs a database that has not worked for a long time: to wait instead would stop the traffic, and
/// the audit log has the finding anyway.
/// </summary>
internal sealed class WriteQueue(StoreOptions options, StoreStatus status)
{
    private readonly object _lock = new();
    private readonly Queue<StoreWrite> _items = [];
    private long _bytes;
    private int _awaited;
    private bool _closed;

    public bool IsEmpty
    {
        get
        {
            lock (_lock)
            {
                return _items.Count == 0;
            }
        }
    }

    /// <summary>Puts something at the end.</summary>
    /// <returns>Whether it was taken.</returns>
    public bool TryAdd(StoreWrite write)
    {
        lock (_lock)
        {
            if (_closed || _bytes + write.Bytes > (write.CanBeShed ? options.MaxQueuedBytes / 4 : options.MaxQueuedBytes))
            {
                if (write.IsRecord)
                {
                    status.AddNotWritten(write.CanBeShed);
                }

                return false;
            }

            _items.Enqueue(write);
            _bytes += write.Bytes;
            _awaited += write.IsAwaited ? 1 : 0;
            status.SetQueued(_items.Count);
            if (_items.Count == 1 || write.IsAwaited || _items.Count == options.BatchSize)
            {
                Monitor.PulseAll(_lock);
            }

            return true;
        }
    }

    /// <summary>Waits for the next batch: until it is full, or has waited long enough, or holds something that is waited for.</summary>
    /// <returns>False when the queue is closed and empty.</returns>
    public bool TakeBatch(List<StoreWrite> batch)
    {
        lock (_lock)
        {
            while (_items.Count == 0 && !_closed)
            {
                Monitor.Wait(_lock);
            }

            if (!IsDue)
            {
                Monitor.Wait(_lock, options.BatchDelay);
            }

            while (batch.Count < options.BatchSize && _items.TryDequeue(out var write))
            {
                batch.Add(write);
                _awaited -= write.IsAwaited ? 1 : 0;
            }

            return batch.Count > 0;
        }
    }

    /// <summary>The batch is written or given up: its room is free again.</summary>
    public void Release(IEnumerable<StoreWrite> batch)
    {
        lock (_lock)
        {
            _bytes -= batch.Sum(static write => (long)write.Bytes);
            status.SetQueued(_items.Count);
        }
    }

    /// <summary>Takes out what somebody waits for.</summary>
    public ImmutableArray<StoreWrite> TakeAwaited()
    {
        lock (_lock)
        {
            if (_awaited == 0)
            {
                return [];
            }

            var (awaited, rest) = (_items.Where(static write => write.IsAwaited).ToImmutableArray(), _items.Where(static write => !write.IsAwaited).ToList());
            _items.Clear();
            rest.ForEach(_items.Enqueue);
            _awaited = 0;
            return awaited;
        }
    }

    /// <summary>Waits before another try.</summary>
    /// <returns>Whether the queue is closed.</returns>
    public bool WaitForClose(TimeSpan pause)
    {
        lock (_lock)
        {
            // A wake-up for something new only makes the pause shorter.
            Monitor.Wait(_lock, pause);
            return _closed;
        }
    }

    /// <summary>Takes nothing more.</summary>
    public void Close()
    {
        lock (_lock)
        {
            _closed = true;
            Monitor.PulseAll(_lock);
        }
    }

    private bool IsDue => _closed || _awaited > 0 || _items.Count >= options.BatchSize;
}
