using LumenArgus.PluginRuntime.Lanes;

namespace LumenArgus.PluginRuntime.Isolation;

/// <summary>The call that one thread of a plugin's process is at, against its budget. As on a scan lane: from the first look at it, by the thread's own clock.</summary>
internal sealed class WorkerWatch(LaneClock clock)
{
    private readonly Lock _lock = new();
    private int _call;
    private TimeSpan _budget;
    private int _seenCall;
    private LaneTime _seenAt;

    public void Enter(int call, TimeSpan budget)
    {
        lock (_lock)
        {
            (_call, _budget) = (call, budget);
        }
    }

    public void Leave()
    {
        lock (_lock)
        {
            _call = 0;
        }
    }

    /// <param name="waitingFactor">A call that waits may take this multiple of its budget.</param>
    /// <param name="isBusy">Set if there is a call.</param>
    /// <returns>The call that has spent its budget; 0 if none has.</returns>
    public int Look(int waitingFactor, ref bool isBusy)
    {
        lock (_lock)
        {
            if (_call == 0)
            {
                return 0;
            }

            isBusy = true;
            var time = clock.Read();
            if (_call != _seenCall)
            {
                (_seenCall, _seenAt) = (_call, time);
                return 0;
            }

            return time.Processor - _seenAt.Processor > _budget || time.Own - _seenAt.Own > _budget * waitingFactor ? _call : 0;
        }
    }

    public void Close() => clock.Close();
}
