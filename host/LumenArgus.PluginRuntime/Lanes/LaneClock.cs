namespace LumenArgus.PluginRuntime.Lanes;

/// <summary>Tells how much time a lane's thread has used. Created on that thread, read on another one.</summary>
internal abstract class LaneClock
{
    /// <summary>Creates the best clock of this system for the calling thread.</summary>
    public static LaneClock ForCurrentThread(TimeProvider clock) => SchedulerLaneClock.TryCreate(clock) ?? new WallLaneClock(clock) as LaneClock;

    public abstract LaneTime Read();

    /// <summary>Lets other threads go first. For a thread that was written off and cannot be stopped.</summary>
    public virtual void Yield()
    {
    }

    /// <summary>The thread ends.</summary>
    public virtual void Close()
    {
    }
}
