using LumenArgus.PluginRuntime.Invocation;
using Microsoft.Extensions.Logging;

namespace LumenArgus.PluginRuntime.Lanes;

/// <summary>
/// A fixed number of threads that scan. Jobs are taken in order of arrival. A plugin call that spends its budget costs its thread: the
/// runtime cannot stop it, so the thread is written off and replaced, and the job's caller goes on. The host's own code in a job has no budget.
/// </summary>
/// <remarks>Nothing ticks while no plugin code runs: one timer, armed by the first call, stops when it has seen none for an interval.</remarks>
public sealed partial class ScanLanes : IDisposable
{
    private readonly Func<LaneClock> _createClock;
    private readonly TimeProvider _clock;
    private readonly ILogger _logger;
    private readonly Queue<LaneWork> _queue = new();
    private readonly SemaphoreSlim _slots;
    private readonly ScanLane[] _lanes;
    private readonly ITimer _timer;
    private readonly Lock _watchLock = new();
    private volatile bool _watching;
    private bool _stopped;
    private long _waited;
    private long _abandoned;
    private int _abandonedRunning;

    /// <summary>Starts the lanes.</summary>
    /// <param name="options">Size and budgets.</param>
    /// <param name="clock">Time of the watching timer; with another clock than the system's, budgets are that clock's wall time.</param>
    /// <param name="logger">Gets a warning for each call that is given up.</param>
    public ScanLanes(ScanLanesOptions options, TimeProvider clock, ILogger logger)
        : this(options, clock, logger, () => LaneClock.ForCurrentThread(clock))
    {
    }

    internal ScanLanes(ScanLanesOptions options, TimeProvider clock, ILogger logger, Func<LaneClock> createClock)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(clock);
        var threads = options.Threads;
        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1, nameof(options));
        Options = options;
        _clock = clock;
        _logger = logger;
        _createClock = createClock;
        _slots = new SemaphoreSlim(options.QueueCapacity);
        _timer = clock.CreateTimer(static lanes => ((ScanLanes)lanes!).LookAtLanes(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        _lanes = new ScanLane[threads];
        for (var i = 0; i < _lanes.Length; i++)
        {
            _lanes[i] = new ScanLane(this);
            _lanes[i].Start();
        }
    }

    /// <summary>Number of lanes, at least 1.</summary>
    public int Count => _lanes.Length;

    /// <summary>Jobs that found the queue full, since the start.</summary>
    public long WaitedTotal => Interlocked.Read(ref _waited);

    /// <summary>Threads written off since the start.</summary>
    public long AbandonedTotal => Interlocked.Read(ref _abandoned);

    /// <summary>Threads written off that still run.</summary>
    public int AbandonedRunning => Volatile.Read(ref _abandonedRunning);

    /// <summary>Jobs that wait for a lane.</summary>
    public int QueueLength
    {
        get
        {
            lock (_queue)
            {
                return _queue.Count;
            }
        }
    }

    internal ScanLanesOptions Options { get; }

    /// <summary>Runs a job on a lane.</summary>
    /// <param name="job">The work.</param>
    /// <param name="cancellationToken">Takes the job out of the queue. Once it runs it is waited for: it uses the caller's buffers.</param>
    /// <returns>The outcome. What the host's code in the job throws is thrown here.</returns>
    /// <exception cref="OperationCanceledException">Cancelled before it started, or the lanes are stopped.</exception>
    public async ValueTask<LaneOutcome> RunAsync(LaneJob job, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(job);
        if (!_slots.Wait(TimeSpan.Zero, cancellationToken))
        {
            Interlocked.Increment(ref _waited);
            await _slots.WaitAsync(cancellationToken);
        }

        var work = new LaneWork(job);
        lock (_queue)
        {
            if (_stopped)
            {
                throw new OperationCanceledException("The scan lanes are stopped.");
            }

            _queue.Enqueue(work);
            Monitor.Pulse(_queue);
        }

        await using var registration = cancellationToken.UnsafeRegister(static (state, token) => ((LaneWork)state!).TryCancel(token), work);
        return await work.Outcome;
    }

    /// <summary>Stops the lanes. Queued jobs are cancelled; a running one ends on its own.</summary>
    public void Dispose()
    {
        lock (_queue)
        {
            _stopped = true;
            foreach (var work in _queue)
            {
                work.TryCancel(new CancellationToken(canceled: true));
            }

            _queue.Clear();
            Monitor.PulseAll(_queue);
        }

        _timer.Dispose();
    }

    internal LaneClock CreateClock() => _createClock();

    /// <summary>The next job; waits for one. Null when the lanes are stopped.</summary>
    internal LaneWork? Take()
    {
        while (true)
        {
            LaneWork? work;
            lock (_queue)
            {
                while (!_queue.TryDequeue(out work))
                {
                    if (_stopped)
                    {
                        return null;
                    }

                    Monitor.Wait(_queue);
                }
            }

            _slots.Release();
            if (work.TryStart())
            {
                return work;
            }
        }
    }

    internal void Watch()
    {
        if (_watching)
        {
            return;
        }

        lock (_watchLock)
        {
            if (!_watching)
            {
                _watching = true;
                _timer.Change(Options.WatchInterval, Options.WatchInterval);
            }
        }
    }

    internal void AbandonedCallReturned(PluginFaults faults)
    {
        faults.AbandonedCallReturned();
        Interlocked.Decrement(ref _abandonedRunning);
    }

    private void LookAtLanes()
    {
        // A tick that comes while the last one is still at work is dropped: they would share the lanes' notes.
        if (!_watchLock.TryEnter())
        {
            return;
        }

        try
        {
            if (LookOnce())
            {
                return;
            }

            _watching = false;
            _timer.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
            Interlocked.MemoryBarrier();

            // A call that was entered before the flag was cleared did not arm the timer.
            if (LookOnce())
            {
                _watching = true;
                _timer.Change(Options.WatchInterval, Options.WatchInterval);
            }
        }
        finally
        {
            _watchLock.Exit();
        }
    }

    private bool LookOnce()
    {
        var busy = false;
        for (var i = 0; i < _lanes.Length; i++)
        {
            if (_lanes[i].Look(ref busy) is { } call)
            {
                _lanes[i] = new ScanLane(this);
                _lanes[i].Start();
                GiveUp(call);
            }
        }

        return busy;
    }

    private void GiveUp(AbandonedCall call)
    {
        Interlocked.Increment(ref _abandoned);
        Interlocked.Increment(ref _abandonedRunning);
        call.Clock.Yield();
        call.Faults.CallAbandoned();
        var fault = new PluginFault(call.Operation, "budget spent", "", _clock.GetUtcNow());
        var quarantined = call.Faults.Record(fault, PluginCallStatus.TimedOut, call.Work.Job.FaultKey);
        Log.CallAbandoned(_logger, call.Faults.PluginId, call.Operation, call.Budget.TotalMilliseconds, quarantined);
        call.Work.Complete(new LaneOutcome(LaneStatus.Expired, call.Faults.PluginId, call.Operation));
    }

    private static partial class Log
    {
        [LoggerMessage(
            EventId = 3020,
            EventName = nameof(CallAbandoned),
            Level = LogLevel.Warning,
            Message = "Plugin {PluginId} spent its budget of {BudgetMs} ms in {Operation}; its thread was replaced (quarantined: {Quarantined})")]
        public static partial void CallAbandoned(ILogger logger, string pluginId, string operation, double budgetMs, bool quarantined);
    }
}
