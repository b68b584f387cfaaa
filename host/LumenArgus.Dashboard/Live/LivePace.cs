namespace LumenArgus.Dashboard.Live;

/// <summary>How often all who look are written to: what comes alone goes at once, and what keeps coming goes four times a second, which is as often as a page draws.</summary>
internal sealed class LivePace(TimeProvider clock)
{
    private const int Burst = 4;
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(250);

    // What belongs together, a request and its findings, mostly comes within this.
    private static readonly TimeSpan Least = TimeSpan.FromMilliseconds(50);

    private double _credit = Burst;
    private long _last = clock.GetTimestamp();

    /// <summary>How long to wait after a write before the next one.</summary>
    public TimeSpan Next()
    {
        var now = clock.GetTimestamp();
        _credit = Math.Min(Burst, _credit + (clock.GetElapsedTime(_last, now) / Interval)) - 1;
        _last = now;
        return _credit >= 1 ? Least : TimeSpan.FromTicks(Math.Max(Least.Ticks, (long)((1 - _credit) * Interval.Ticks)));
    }
}
