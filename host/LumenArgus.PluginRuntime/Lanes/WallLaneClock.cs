namespace LumenArgus.PluginRuntime.Lanes;

/// <summary>Wall time, for systems that do not tell a thread's processor time cheaply.</summary>
internal sealed class WallLaneClock(TimeProvider clock) : LaneClock
{
    private readonly long _start = clock.GetTimestamp();

    public override LaneTime Read()
    {
        var elapsed = clock.GetElapsedTime(_start);
        return new LaneTime(elapsed, elapsed);
    }
}
