using System.Collections.Concurrent;
using LumenArgus.Abstractions.Model;
using LumenArgus.Inspection.Records;
using LumenArgus.Storage.Database;
using LumenArgus.Storage.Rules;

namespace LumenArgus.Inspection.Rules;

/// <summary>Counts which rules find something, and writes that into the table once a minute and at the end.</summary>
internal sealed class RuleHits : IExchangeSink, IAsyncDisposable
{
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<(string Detector, string Name), long> _hits = new();
    private readonly IRuleStore _store;
    private readonly ITimer _timer;
    private Task _last = Task.CompletedTask;

    public RuleHits(IRuleStore store, TimeProvider clock)
    {
        _store = store;
        _timer = clock.CreateTimer(_ => _last = WriteAsync(), state: null, Interval, Interval);
    }

    public ValueTask DecidedAsync(ExchangeRecord record)
    {
        foreach (var finding in record.Scan.Findings)
        {
            if (finding.Origin == FindingOrigin.Detector)
            {
                _hits.AddOrUpdate((finding.Detector, finding.Type), static (_, count) => count, static (_, before, count) => before + count, (long)finding.Count);
            }
        }

        return ValueTask.CompletedTask;
    }

    public void Completed(ExchangeRecord record)
    {
        // Everything was said with the decision.
    }

    /// <summary>Writes what was counted. What cannot be written is kept for the next time.</summary>
    public async Task WriteAsync()
    {
        var taken = new List<RuleHitCount>();
        foreach (var rule in _hits.Keys)
        {
            if (_hits.TryRemove(rule, out var hits))
            {
                taken.Add(new RuleHitCount(rule.Detector, rule.Name, hits));
            }
        }

        if (taken.Count == 0)
        {
            return;
        }

        try
        {
            await _store.AddHitsAsync(taken, CancellationToken.None);
        }
        catch (StoreException)
        {
            foreach (var hit in taken)
            {
                _hits.AddOrUpdate((hit.Detector, hit.Name), static (_, count) => count, static (_, before, count) => before + count, hit.Hits);
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _timer.DisposeAsync();
        await _last;
        await WriteAsync();
    }
}
