using System.Collections.Immutable;
using LumenArgus.Abstractions.Model;

namespace LumenArgus.Inspection.Notifications;

/// <summary>
/// What a receiver was told of lately, by kind, and what was held back since. A finding that is worse than what he was told of is news. Bounded: kinds that were told long ago go first, and
/// when there are too many, news is told.
/// </summary>
internal sealed class Cooldown(TimeProvider clock)
{
    private const int MaxKinds = 5_000;

    private readonly Lock _lock = new();
    private readonly Dictionary<FindingKind, Entry> _kinds = [];
    private long _suppressedTotal;

    /// <summary>Findings that were held back, ever.</summary>
    public long SuppressedTotal
    {
        get
        {
            lock (_lock)
            {
                return _suppressedTotal;
            }
        }
    }

    /// <summary>Decides whether to tell of findings of one kind.</summary>
    /// <param name="kind">The kind.</param>
    /// <param name="rank">How bad the worst of them is.</param>
    /// <param name="count">How many there are.</param>
    /// <param name="time">How long it is no news.</param>
    /// <returns>False if they are held back; they are counted then.</returns>
    public bool TryTake(FindingKind kind, int rank, int count, TimeSpan time)
    {
        lock (_lock)
        {
            if (_kinds.TryGetValue(kind, out var entry) && entry.ToldAt is { } toldAt && rank <= entry.Rank && clock.GetElapsedTime(toldAt) < time)
            {
                _kinds[kind] = entry with { Suppressed = entry.Suppressed + count };
                _suppressedTotal += count;
                return false;
            }

            MakeRoom(time);
            _kinds[kind] = entry with { ToldAt = clock.GetTimestamp(), Rank = rank };
            return true;
        }
    }

    /// <summary>Takes back that findings were told: the message did not arrive. They count as held back, and the next ones are news again.</summary>
    public void TakeBack(IEnumerable<KeyValuePair<FindingKind, int>> kinds)
    {
        lock (_lock)
        {
            foreach (var (kind, count) in kinds)
            {
                _kinds.TryGetValue(kind, out var entry);
                _kinds[kind] = entry with { ToldAt = null, Suppressed = entry.Suppressed + count };
                _suppressedTotal += count;
            }
        }
    }

    /// <summary>What was held back and has not been told.</summary>
    public ImmutableArray<SuppressedFindings> GetSuppressed()
    {
        lock (_lock)
        {
            return
            [
                .. _kinds.Where(static pair => pair.Value.Suppressed > 0)
                    .Select(static pair => new SuppressedFindings(pair.Key.Detector, pair.Key.Type, pair.Value.Suppressed))
                    .OrderByDescending(static kind => kind.Count),
            ];
        }
    }

    /// <summary>The receiver now knows of what was held back.</summary>
    public void Told(ImmutableArray<SuppressedFindings> suppressed)
    {
        lock (_lock)
        {
            foreach (var (detector, type, count) in suppressed)
            {
                if (_kinds.TryGetValue(new FindingKind(detector, type), out var entry))
                {
                    _kinds[new FindingKind(detector, type)] = entry with { Suppressed = Math.Max(0, entry.Suppressed - count) };
                }
            }
        }
    }

    private void MakeRoom(TimeSpan time)
    {
        if (_kinds.Count < MaxKinds)
        {
            return;
        }

        foreach (var (kind, entry) in _kinds.ToList())
        {
            if (entry.Suppressed == 0 && (entry.ToldAt is not { } toldAt || clock.GetElapsedTime(toldAt) >= time))
            {
                _kinds.Remove(kind);
            }
        }

        if (_kinds.Count >= MaxKinds)
        {
            _kinds.Clear();
        }
    }

    private readonly record struct Entry(long? ToldAt, int Rank, long Suppressed);
}
