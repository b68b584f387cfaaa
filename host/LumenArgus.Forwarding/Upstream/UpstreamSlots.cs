using Microsoft.Extensions.Logging;

namespace LumenArgus.Forwarding.Upstream;

/// <summary>
/// Limits how many exchanges are with an upstream at once (<c>proxy.max_connections</c>). It is ours and not the connection pool's, so
/// that a wait is seen, is in no timeout, and ends with the client.
/// </summary>
public sealed partial class UpstreamSlots : IDisposable
{
    private readonly SemaphoreSlim _semaphore;
    private readonly ILogger _logger;
    private readonly Lock _lock = new();
    private int _maxConnections;
    private int _excess; // slots in use that are not to be given out again
    private int _waiting;
    private long _waited;

    public UpstreamSlots(int maxConnections, ILogger logger)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(maxConnections, 1);
        ArgumentNullException.ThrowIfNull(logger);
        _maxConnections = maxConnections;
        _logger = logger;
        _semaphore = new SemaphoreSlim(maxConnections);
    }

    public int MaxConnections => Volatile.Read(ref _maxConnections);

    /// <summary>Slots taken at this moment; more than <see cref="MaxConnections"/> for a while after that was lowered.</summary>
    public int InUse
    {
        get
        {
            lock (_lock)
            {
                return _maxConnections + _excess - _semaphore.CurrentCount;
            }
        }
    }

    /// <summary>Requests that wait at this moment.</summary>
    public int WaitingCount => Volatile.Read(ref _waiting);

    /// <summary>Requests that had to wait, since the start.</summary>
    public long WaitedTotal => Interlocked.Read(ref _waited);

    /// <summary>Takes a slot; a request that has to wait for one is logged once.</summary>
    public async ValueTask<UpstreamSlot> EnterAsync(CancellationToken cancellationToken)
    {
        // A cancelled token is checked first: Wait(0) throws for it, and a slot must not be taken for a client that left.
        cancellationToken.ThrowIfCancellationRequested();
        if (!_semaphore.Wait(0, CancellationToken.None))
        {
            var waiting = Interlocked.Increment(ref _waiting);
            Interlocked.Increment(ref _waited);
            Log.Waiting(_logger, MaxConnections, waiting);
            try
            {
                await _semaphore.WaitAsync(cancellationToken);
            }
            finally
            {
                Interlocked.Decrement(ref _waiting);
            }
        }

        return new UpstreamSlot(this);
    }

    /// <summary>Changes the number of slots. Exchanges that have one keep it; waiting ones are let in as far as there are more.</summary>
    public void Resize(int maxConnections)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(maxConnections, 1);
        lock (_lock)
        {
            var more = maxConnections - _maxConnections;
            _maxConnections = maxConnections;
            var kept = Math.Clamp(more, 0, _excess);
            _excess -= kept;
            more -= kept;
            if (more > 0)
            {
                _semaphore.Release(more);
            }

            for (; more < 0; more++)
            {
                _excess += _semaphore.Wait(0) ? 0 : 1;
            }
        }
    }

    public void Dispose() => _semaphore.Dispose();

    internal void Return()
    {
        lock (_lock)
        {
            if (_excess > 0)
            {
                _excess--;
                return;
            }

            try
            {
                _semaphore.Release();
            }
            catch (ObjectDisposedException)
            {
                // The slots went first at shutdown; nobody waits for this one.
            }
        }
    }

    private static partial class Log
    {
        [LoggerMessage(EventId = 1001, EventName = "UpstreamSlotWait", Level = LogLevel.Warning,
            Message = "All {MaxConnections} upstream connections are in use; {Waiting} request(s) wait for one (proxy.max_connections)")]
        public static partial void Waiting(ILogger logger, int maxConnections, int waiting);
    }
}
