using System.Diagnostics;

namespace LumenArgus.FunctionalTests.Chaos;

/// <summary>Knows how long this process has stood still at most: on a machine that has no time for it the provider that it plays is silent, and that is no failure of the product.</summary>
internal sealed class StallWatch : IDisposable
{
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(250);

    private readonly Timer _timer;
    private long _last = Stopwatch.GetTimestamp();
    private TimeSpan _longest;

    public StallWatch() => _timer = new Timer(static watch => ((StallWatch)watch!).OnTick(), this, Tick, Tick);

    public override string ToString() => $"the test stood still for {_longest.TotalSeconds:F1} s at most, for the collector {GC.GetTotalPauseDuration().TotalSeconds:F1} s in all";

    public void Dispose() => _timer.Dispose();

    private void OnTick()
    {
        var gap = Stopwatch.GetElapsedTime(Interlocked.Exchange(ref _last, Stopwatch.GetTimestamp()));
        _longest = gap > _longest ? gap : _longest;
    }
}
