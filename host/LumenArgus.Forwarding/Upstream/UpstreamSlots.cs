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
    private int _waiting;
    private long _waited;

    public UpstreamSlots(int maxConnections, ILogger logger)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(maxConnections, 1);
        ArgumentNullException.ThrowIfNull(logger);
        MaxConnections = maxConnections;
        _logger = logger;
        _semaphore = new SemaphoreSlim(maxConnections, maxConnections);
    }

    public int MaxConnections { get; }

    /// <summary>Slots taken at this moment.</summary>
    public int InUse => MaxConnections - _semaphore.CurrentCount;

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

        return new UpstreamSlot(_semaphore);
    }

    public void Dispose() => _semaphore.Dispose();

    private static partial class Log
    {
        [LoggerMessage(EventId = 1001, EventName = "UpstreamSlotWait", Level = LogLevel.Warning,
            Message = "All {MaxConnections} upstream connections are in use; {Waiting} request(s) wait for one (proxy.max_connections)")]
        public static partial void Waiting(ILogger logger, int maxConnections, int waiting);
    }
}
