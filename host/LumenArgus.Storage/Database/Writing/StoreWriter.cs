using System.Diagnostics;
using LumenArgus.Storage.Findings;
using LumenArgus.Storage.Threads;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;

namespace LumenArgus.Storage.Database.Writing;

/// <summary>
/// The one writer: a thread that takes what is queued and writes it in batches, one transaction each. A transaction that fails is kept and tried
/// again, with the file opened anew, until it succeeds: nothing counts as written before.
/// </summary>
internal sealed partial class StoreWriter : IAsyncDisposable
{
    private readonly SqliteDatabase _database;
    private readonly StoreOptions _options;
    private readonly StoreStatus _status;
    private readonly StoreFaultReport _report;
    private readonly ILogger<StoreWriter> _logger;
    private readonly WriteQueue _queue;
    private readonly List<StoreWrite> _batch = [];
    private readonly Dictionary<StoreWrite, Exception> _refused = [];
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _firstTry = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Lock _start = new();
    private bool _started;
    private WriteConnection? _connection;
    private long _closedAt;
    private long _revision;
    private bool _isBehind;

    public StoreWriter(
        SqliteDatabase database, StoreOptions options, StoreStatus status, StoreFaultReport report, ILogger<StoreWriter> logger)
    {
        (_database, _options, _status, _report, _logger) = (database, options, status, report, logger);
        _queue = new WriteQueue(options, status);
    }

    /// <summary>Another one with each transaction, and with each opening of the file, which may be another file.</summary>
    public long Revision => Interlocked.Read(ref _revision);

    /// <summary>Ends when the database was opened, or could not be, for the first time.</summary>
    public Task FirstTry => _firstTry.Task;

    public void Start()
    {
        lock (_start)
        {
            if (!_started)
            {
                _started = true;
                new Thread(Run) { IsBackground = true, Name = "lumen-argus store" }.Start();
            }
        }
    }

    /// <summary>Queues a record; never waits.</summary>
    /// <returns>Whether it was taken; one that was not is counted.</returns>
    public bool TryAdd(StoreWrite write) => _queue.TryAdd(write);

    /// <summary>Makes a change and waits until it is committed.</summary>
    /// <exception cref="StoreException">The database does not work.</exception>
    public async Task<T> RunAsync<T>(Func<SqliteConnection, T> work, CancellationToken cancellationToken)
    {
        if (_status.Fault is { } fault)
        {
            throw StoreException.OfLogged(fault);
        }

        var command = new StoreCommand<T>(work);
        if (!_queue.TryAdd(command))
        {
            throw new StoreException($"The database {_database.Path} is closed or its queue is full.");
        }

        return await command.Result.WaitAsync(cancellationToken);
    }

    /// <summary>Writes what is queued, as far as the time goes, and closes the database.</summary>
    public async ValueTask DisposeAsync()
    {
        Volatile.Write(ref _closedAt, Stopwatch.GetTimestamp());
        _queue.Close();
        lock (_start)
        {
            if (!_started)
            {
                _started = true;
                End();
            }
        }

        await _ended.Task;
    }

    private void Run()
    {
        try
        {
            BackgroundPriority.LowerThisThread();
            var pause = _options.FirstRetry;
            while (true)
            {
                if (!TryOpen() || (_batch.Count > 0 && !TryWrite()) || !TryCatchUp())
                {
                    if (!_queue.WaitForClose(pause))
                    {
                        pause = TimeSpan.FromTicks(Math.Min(pause.Ticks * 2, _options.LongestRetry.Ticks));
                        continue;
                    }

                    if (IsTooLate || (_batch.Count == 0 && _queue.IsEmpty))
                    {
                        return;
                    }

                    pause = _options.FirstRetry;
                    continue;
                }

                // Not when the file opens: a full disk shows only when something is written.
                Works();
                pause = _options.FirstRetry;
                if (!_queue.TakeBatch(_batch))
                {
                    return;
                }
            }
        }
        finally
        {
            End();
        }
    }

    // Real time, like the waits of the queue: a clock that a test holds still would never let it end.
    private bool IsTooLate => Stopwatch.GetElapsedTime(Volatile.Read(ref _closedAt)) >= _options.DrainTimeout;

    private bool TryOpen()
    {
        if (_connection is not null)
        {
            return true;
        }

        try
        {
            _connection = new WriteConnection(_database.OpenForWriting());
            Interlocked.Increment(ref _revision);
            _isBehind = true;
            return true;
        }
#pragma warning disable CA1031 // Background loop: whatever keeps the file shut, the traffic goes on and the next try may succeed.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            Fails(exception);
            return false;
        }
        finally
        {
            _firstTry.TrySetResult();
        }
    }

    // What somebody else left in the database is counted while nothing else is to do: a million rows take half a minute.
    private bool TryCatchUp()
    {
        try
        {
            while (_isBehind && _queue.IsEmpty && Volatile.Read(ref _closedAt) == 0)
            {
                _isBehind = FindingCounts.CatchUp(_connection!.Connection);
                Interlocked.Increment(ref _revision);
            }

            return true;
        }
#pragma warning disable CA1031 // Background loop: nothing that was queued is touched, and the next try may succeed.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            Fails(exception);
            return false;
        }
    }

    private bool TryWrite()
    {
        try
        {
            _refused.Clear();
            _connection!.Begin();
            foreach (var write in _batch)
            {
                Apply(write);

                // A thread that wakes up beside this one would wait for its share of the processor, some milliseconds on a kernel that does not know the longer one.
                Thread.Yield();
            }

            _connection.Commit();
        }
#pragma warning disable CA1031 // Background loop: the batch is kept, so nothing is lost by going on.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            Fails(exception);
            return false;
        }

        // In front of those who wait: what they read then is as they know it.
        Interlocked.Increment(ref _revision);
        _status.AddWritten(_batch.Count(write => write.IsRecord && !_refused.ContainsKey(write)));
        _queue.Release(_batch);
        foreach (var write in _batch)
        {
            if (_refused.TryGetValue(write, out var reason))
            {
                Refuse(write, reason);
            }
            else
            {
                write.Committed();
            }
        }

        _batch.Clear();
        return true;
    }

    private void Apply(StoreWrite write)
    {
        try
        {
            write.Apply(_connection!);
        }
#pragma warning disable CA1031 // One record that cannot be written must not hold up all behind it for ever.
        catch (Exception exception) when (exception is not SqliteException sqlite || !StoreFaults.IsOfStore(sqlite))
#pragma warning restore CA1031
        {
            _refused.Add(write, exception);
        }
    }

    // Not before the rest is committed: a batch that is repeated would count it twice.
    private void Refuse(StoreWrite write, Exception reason)
    {
        if (write.IsRecord)
        {
            _status.AddError();
            _status.AddNotWritten(write.CanBeShed);
            Log.RecordRefused(_logger, reason.Message);
        }

        write.Failed(reason);
    }

    private void Works()
    {
        if (_status.Fault is null)
        {
            return;
        }

        _status.SetFault(null);
        _report.Tell(null);
        Log.StoreWorks(_logger, _database.Path);
    }

    private void Fails(Exception exception)
    {
        _connection?.Dispose();
        _connection = null;
        _database.Release();
        _status.AddError();
        var fault = StoreFaults.Describe(exception, _database.Path);
        if (_status.Fault != fault)
        {
            // First: those who meet the fault only name it.
            Log.StoreFailed(_logger, fault);
            _status.SetFault(fault);
            _report.Tell(fault);
        }

        // Behind the fault: what comes after this line is refused by RunAsync itself.
        Fail(_queue.TakeAwaited(), StoreException.OfLogged(fault));
        var awaited = _batch.Where(static write => write.IsAwaited).ToList();
        _batch.RemoveAll(static write => write.IsAwaited);
        Fail(awaited, StoreException.OfLogged(fault));
    }

    private void Fail(IReadOnlyCollection<StoreWrite> writes, StoreException fault)
    {
        _queue.Release(writes);
        foreach (var write in writes)
        {
            write.Failed(fault);
        }
    }

    private void End()
    {
        _queue.Close();
        while (_queue.TakeBatch(_batch))
        {
            var records = _batch.Where(static write => write.IsRecord).ToList();
            records.ForEach(write => _status.AddNotWritten(write.CanBeShed));
            if (records.Count > 0)
            {
                Log.RecordsLost(_logger, records.Count, _status.Fault ?? "The time to write them was over.");
            }

            Fail([.. _batch], _status.Fault is { } fault ? StoreException.OfLogged(fault) : new StoreException($"The database {_database.Path} is closed."));
            _batch.Clear();
        }

        _connection?.Dispose();
        _connection = null;
        _database.Release();
        _ended.TrySetResult();
    }

    private static partial class Log
    {
        [LoggerMessage(EventId = 4100, EventName = nameof(StoreFailed), Level = LogLevel.Warning, Message = "{Fault}")]
        public static partial void StoreFailed(ILogger logger, string fault);

        [LoggerMessage(EventId = 4101, EventName = nameof(StoreWorks), Level = LogLevel.Information, Message = "The database {Path} works again.")]
        public static partial void StoreWorks(ILogger logger, string path);

        [LoggerMessage(EventId = 4102, EventName = nameof(RecordRefused), Level = LogLevel.Warning, Message = "The database refused a record: {Reason}")]
        public static partial void RecordRefused(ILogger logger, string reason);

        [LoggerMessage(EventId = 4103, EventName = nameof(RecordsLost), Level = LogLevel.Warning, Message = "{Count} record(s) did not reach the database: {Reason}")]
        public static partial void RecordsLost(ILogger logger, int count, string reason);
    }
}
