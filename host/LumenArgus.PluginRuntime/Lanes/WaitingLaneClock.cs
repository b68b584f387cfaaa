namespace LumenArgus.PluginRuntime.Lanes;

/// <summary>Wall time alone, for threads whose processor time nobody tells: only how long a call waits is known.</summary>
internal sealed class WaitingLaneClock(TimeProvider clock) : LaneClock
{
    private readonly long _start = clock.GetTimestamp();

    public override LaneTime Read() => new(TimeSpan.Zero, clock.GetElapsedTime(_start));
}
