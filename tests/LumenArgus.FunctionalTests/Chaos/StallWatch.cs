using System.Diagnostics;

namespace LumenArgus.FunctionalTests.Chaos;

/// <summary>
/// Knows when this process has stood still: on a machine that has no time for it, or that stops it, the provider that it plays is silent for longer than a provider may be, and that is no failure of the
/// product.
/// </summary>
internal sealed class StallWatch : IDisposable
{
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan Long = TimeSpan.FromSeconds(3);

    private readonly Lock _lock = new();
    private readonly Timer _timer;
    private long _last = Stopwatch.GetTimestamp();
    private long _stoodStillAt;
    private TimeSpan _longest;

    public StallWatch() => _timer = new Timer(static watch => ((StallWatch)watch!).Look(), this, Tick, Tick);

    public bool StoodStillSince(long timestamp)
    {
        lock (_lock)
        {
            Look();
            return _stoodStillAt > timestamp;
        }
    }

    public override string ToString() => $"the test stood still for {_longest.TotalSeconds:F1} s at most, for the collector {GC.GetTotalPauseDuration().TotalSeconds:F1} s in all";

    public void Dispose() => _timer.Dispose();

    private void Look()
    {
        lock (_lock)
        {
            var now = Stopwatch.GetTimestamp();
            var gap = Stopwatch.GetElapsedTime(_last, now);
            _last = now;
            _longest = gap > _longest ? gap : _longest;
            _stoodStillAt = gap > Long ? now : _stoodStillAt;
        }
    }
}
