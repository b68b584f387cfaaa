using System.Collections.Concurrent;

namespace LumenArgus.Proxy.Control;

/// <summary>A counter with one label whose number of values is bounded: what comes later is counted as <c>other</c>, so no caller can grow it.</summary>
internal sealed class LabelledCounter
{
    private const string Overflow = "other";

    private readonly ConcurrentDictionary<string, StrongCount> _counts = new(StringComparer.Ordinal);
    private readonly int _maxLabels;

    public LabelledCounter(int maxLabels, params IEnumerable<string> seeded)
    {
        _maxLabels = maxLabels;
        foreach (var label in seeded)
        {
            _counts.TryAdd(label, new StrongCount());
        }
    }

    public void Add(string label, long count = 1)
    {
        if (!_counts.TryGetValue(label, out var cell))
        {
            cell = _counts.GetOrAdd(_counts.Count < _maxLabels ? label : Overflow, static _ => new StrongCount());
        }

        Interlocked.Add(ref cell.Value, count);
    }

    public IEnumerable<(string Label, long Count)> Snapshot() =>
        _counts.OrderBy(static pair => pair.Key, StringComparer.Ordinal).Select(static pair => (pair.Key, Interlocked.Read(ref pair.Value.Value)));

    private sealed class StrongCount
    {
        public long Value;
    }
}
