using System.Collections.Immutable;
using LumenArgus.Abstractions.Model;
using LumenArgus.Inspection.Generations;
using LumenArgus.Inspection.Health;
using LumenArgus.PluginRuntime.Invocation;
using LumenArgus.Storage;
using LumenArgus.Storage.Database;
using LumenArgus.Storage.Findings;
using Microsoft.Extensions.Logging;

namespace LumenArgus.Inspection.FindingStores;

/// <summary>
/// Findings on their way to a plugin's store, in batches, by a task of its own: an exchange pays for putting them here. A store that fails is tried again, later and later; meanwhile findings wait, up to a
/// number, and what finds no room is lost and counted. When the plugin has gone, those that wait go to the host's own store.
/// </summary>
public sealed partial class FindingStoreQueue : IAsyncDisposable
{
    private const int MaxWaiting = 10_000;
    private const int BatchSize = 500;

    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(30);

    private readonly IFindingWriter _own;
    private readonly CurrentGeneration _current;
    private readonly PluginInvoker _invoker;
    private readonly HealthReasons _health;
    private readonly StoreStatus _status;
    private readonly TimeProvider _clock;
    private readonly ILogger _logger;
    private readonly IFindingObserver? _observer;
    private readonly Lock _lock = new();
    private readonly Queue<Ticket> _waiting = [];
    private readonly SemaphoreSlim _arrived = new(0, 1);
    private readonly CancellationTokenSource _stopping = new();
    private readonly Dictionary<(string ContentHash, string SessionId), FindingSight> _sights = [];
    private TaskCompletionSource _empty = Completed();
    private Task? _working;
    private bool _isDrained;
    private volatile string? _fault;
    private string _place = "";

    internal FindingStoreQueue(
        IFindingWriter own,
        CurrentGeneration current,
        PluginInvoker invoker,
        HealthReasons health,
        StoreStatus status,
        TimeProvider clock,
        ILogger<FindingStoreQueue> logger,
        IFindingObserver? observer = null)
    {
        (_own, _current, _invoker, _health, _status, _clock, _logger, _observer) = (own, current, invoker, health, status, clock, logger, observer);
        current.Changed += OnChanged;
        if (current.Peek is { } generation)
        {
            OnChanged(generation);
        }
    }

    /// <summary>Why findings cannot be given to the plugin now; null while they can.</summary>
    public string? Fault => _fault;

    internal FindingTicket Write(FindingRow finding, string place)
    {
        var ticket = new Ticket(finding, place);
        lock (_lock)
        {
            if (_waiting.Count >= MaxWaiting || _isDrained)
            {
                ticket.Lose();
                _status.AddNotWritten(isPassing: false);
                return ticket;
            }

            _waiting.Enqueue(ticket);
            Wake();
        }

        return ticket;
    }

    internal void SeenAgain(FindingTicket ticket, string at)
    {
        var time = StoreTime.Read(at) ?? _clock.GetUtcNow();
        lock (_lock)
        {
            var key = (ticket.ContentHash, ticket.SessionId);
            if (_isDrained || (!_sights.ContainsKey(key) && _sights.Count >= MaxWaiting))
            {
                return;
            }

            _sights[key] = _sights.TryGetValue(key, out var sight)
                ? sight with { Count = sight.Count + 1, LastSeen = time > sight.LastSeen ? time : sight.LastSeen }
                : new FindingSight(ticket.ContentHash, ticket.SessionId, 1, time);
            Wake();
        }
    }

    /// <summary>Waits until the store has what waits; the rest goes to the host's own store.</summary>
    /// <param name="patience">How long to wait.</param>
    /// <returns>A task that ends when nothing waits any more.</returns>
    public async Task DrainAsync(TimeSpan patience)
    {
        Task empty;
        lock (_lock)
        {
            empty = _empty.Task;
        }

        try
        {
            await empty.WaitAsync(patience, _clock);
        }
        catch (TimeoutException)
        {
            // What is left finds its place below.
        }

        await StopAsync();
        List<Ticket> left;
        lock (_lock)
        {
            _isDrained = true;
            left = [.. _waiting];
            _waiting.Clear();
        }

        left.ForEach(GiveBack);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        _current.Changed -= OnChanged;
        await StopAsync();
        _stopping.Dispose();
        _arrived.Dispose();
    }

    private static TaskCompletionSource Completed()
    {
        var source = new TaskCompletionSource();
        source.SetResult();
        return source;
    }

    private void OnChanged(Generation generation)
    {
        var place = generation.FindingStorePlugin ?? "";
        if (Interlocked.Exchange(ref _place, place) != place)
        {
            Log.Chosen(_logger, place.Length > 0 ? $"by plugin {place}" : "in the host's own database again");
        }
    }

    private async Task StopAsync()
    {
        await _stopping.CancelAsync();
        if (_working is { } working)
        {
            await working;
        }
    }

    private void Wake()
    {
        if (_empty.Task.IsCompleted)
        {
            _empty = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        _working ??= Task.Run(WorkAsync);
        if (_arrived.CurrentCount == 0)
        {
            _arrived.Release();
        }
    }

    private async Task WorkAsync()
    {
        try
        {
            while (true)
            {
                await _arrived.WaitAsync(_stopping.Token);
                await EmptyAsync();
            }
        }
        catch (OperationCanceledException) when (_stopping.IsCancellationRequested)
        {
            // Stopped.
        }
    }

    private async Task EmptyAsync()
    {
        var pause = FirstPause;
        while (Take() is { } batch)
        {
            if (await GiveAsync(batch))
            {
                pause = FirstPause;
                continue;
            }

            await PauseAsync(pause);
            pause = pause * 2 < LongestPause ? pause * 2 : LongestPause;
        }
    }

    // A plugin that was replaced or taken away is no reason to wait any longer.
    private async Task PauseAsync(TimeSpan pause)
    {
        var generation = _current.Peek?.Number;
        for (var left = pause; left > TimeSpan.Zero && _current.Peek?.Number == generation; left -= FirstPause)
        {
            await Task.Delay(FirstPause, _clock, _stopping.Token);
        }
    }

    // What is taken stays where it is until the store has it.
    private Batch? Take()
    {
        lock (_lock)
        {
            if (_waiting.Count == 0 && _sights.Count == 0)
            {
                _empty.TrySetResult();
                return null;
            }

            // A sight never goes before its finding.
            return new Batch([.. _waiting.Take(BatchSize)], _waiting.Count > BatchSize ? [] : [.. _sights.Values.Take(BatchSize)]);
        }
    }

    private async Task<bool> GiveAsync(Batch batch)
    {
        using var lease = _current.Acquire();
        if (lease?.Generation.FindingStore is not { } part)
        {
            Done(batch);
            Array.ForEach(batch.Tickets, GiveBack);
            SetFault(null);
            return true;
        }

        var (numbers, problem) = await new PluginFindingStore(_invoker, part).RecordAsync(
            new FindingBatch([.. batch.Tickets.Select(static ticket => StoredFindings.Of(ticket.Row!))], [.. batch.Sights]), _stopping.Token);
        if (numbers is not { } ids)
        {
            _stopping.Token.ThrowIfCancellationRequested();
            _status.AddError();
            SetFault(problem);
            return false;
        }

        Done(batch);
        SetFault(null);
        _status.AddWritten(batch.Tickets.Length);
        for (var i = 0; i < batch.Tickets.Length; i++)
        {
            var row = batch.Tickets[i].Record();
            if (ids[i] > 0)
            {
                _observer?.Recorded(row with { Id = ids[i] });
            }
        }

        return true;
    }

    private void Done(Batch batch)
    {
        lock (_lock)
        {
            for (var i = 0; i < batch.Tickets.Length; i++)
            {
                _waiting.Dequeue();
            }

            foreach (var sight in batch.Sights)
            {
                // More may have come meanwhile.
                var key = (sight.ContentHash, sight.SessionId);
                var now = _sights[key];
                if (now.Count == sight.Count)
                {
                    _sights.Remove(key);
                }
                else
                {
                    _sights[key] = now with { Count = now.Count - sight.Count };
                }
            }
        }
    }

    private void GiveBack(Ticket ticket)
    {
        var row = ticket.Record();
        _own.Write(row);
    }

    private void SetFault(string? fault)
    {
        if (fault == _fault)
        {
            return;
        }

        _fault = fault;
        if (fault is null)
        {
            _health.Set("finding_store", null);
            Log.Works(_logger);
        }
        else
        {
            _health.Set("finding_store", $"{fault} Findings are kept in memory until it can take them; the audit log has all of them.");
            Log.Fails(_logger, fault);
        }
    }

    private sealed record Batch(Ticket[] Tickets, FindingSight[] Sights);

    /// <summary>A finding that was given to the queue; it has the row until the store has it.</summary>
    internal sealed class Ticket(FindingRow row, string place) : FindingTicket(row.ContentHash, row.SessionId, place)
    {
        public FindingRow? Row { get; private set; } = row;

        public FindingRow Record()
        {
            var recorded = Row!;
            Row = null;
            SetState(FindingState.Recorded);
            return recorded;
        }

        public void Lose()
        {
            Row = null;
            SetState(FindingState.Lost);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(EventId = 2130, EventName = "FindingStoreFailed", Level = LogLevel.Error, Message = "{Fault} Findings are kept in memory until it can take them")]
        public static partial void Fails(ILogger logger, string fault);

        [LoggerMessage(EventId = 2131, EventName = "FindingStoreWorks", Level = LogLevel.Information, Message = "Findings reach their store again")]
        public static partial void Works(ILogger logger);

        [LoggerMessage(EventId = 2132, EventName = "FindingStoreChosen", Level = LogLevel.Information, Message = "Findings are kept {Place}")]
        public static partial void Chosen(ILogger logger, string place);
    }
}
