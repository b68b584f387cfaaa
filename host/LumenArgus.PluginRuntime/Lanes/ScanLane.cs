using System.Runtime.CompilerServices;
using LumenArgus.PluginRuntime.Invocation;
using LumenArgus.PluginRuntime.Loading;

namespace LumenArgus.PluginRuntime.Lanes;

/// <summary>
/// One scan thread. Its state is one number, changed by compare-and-swap only: a counter of plugin calls and whether a call runs or was
/// given up. So either the lane leaves a call or the watcher gives it up, never both.
/// </summary>
public sealed class ScanLane
{
    private const long InHost = 0;
    private const long InPlugin = 1;
    private const long GivenUp = 2;
    private const long PhaseMask = 3;
    private const long NextCall = 4;

    [ThreadStatic]
    private static ScanLane? _current;

    private readonly ScanLanes _lanes;
    private LaneClock? _clock;
    private LaneWork? _work;
    private long _state;

    // Written before a call is entered, read by the watcher, valid while the state's counter is the same.
    private PluginFaults? _faults;
    private string _operation = "";
    private TimeSpan _budget;

    // The watcher's own notes.
    private long _seenState;
    private LaneTime _seenAt;

    internal ScanLane(ScanLanes lanes) => _lanes = lanes;

    /// <summary>The lane of the calling thread; null on any other thread.</summary>
    public static ScanLane? Current => _current;

    /// <summary>The running job's <see cref="LaneJob.FaultKey"/>.</summary>
    public string? FaultKey => _work?.Job.FaultKey;

    /// <summary>Whether the running job leaves a plugin out.</summary>
    /// <param name="pluginId">The plugin.</param>
    /// <returns>What its <see cref="LaneJob.Excludes"/> says.</returns>
    public bool Excludes(string pluginId) => _work?.Job.Excludes(pluginId) == true;

    /// <summary>Starts the clock of a plugin call.</summary>
    /// <param name="handle">Whose code is called.</param>
    /// <param name="bodyBytes">Size of the body it looks at; adds to its budget.</param>
    /// <param name="operation">What is called, for example <c>detect</c>.</param>
    /// <exception cref="LaneAbandonedException">An earlier call of this job was given up.</exception>
    public void EnterPlugin(PluginHandle handle, int bodyBytes, string operation = "call")
    {
        ArgumentNullException.ThrowIfNull(handle);
        EnterPlugin(handle.Faults, bodyBytes, operation);
    }

    /// <summary>Stops the clock.</summary>
    /// <exception cref="LaneAbandonedException">The call was given up; the job must end.</exception>
    public void LeavePlugin()
    {
        var state = Volatile.Read(ref _state);
        if ((state & PhaseMask) != InPlugin || Interlocked.CompareExchange(ref _state, (state & ~PhaseMask) | InHost, state) != state)
        {
            throw new LaneAbandonedException();
        }
    }

    internal void EnterPlugin(PluginFaults faults, int bodyBytes, string operation)
    {
        var state = Volatile.Read(ref _state);
        if ((state & PhaseMask) != InHost)
        {
            throw (state & PhaseMask) == GivenUp ? new LaneAbandonedException() : new InvalidOperationException("A plugin call is already running on this lane.");
        }

        _faults = faults;
        _operation = operation;
        _budget = _lanes.Options.BudgetFor(bodyBytes);

        // A full fence: the watcher must not be found asleep by a call that it has not seen.
        Interlocked.Exchange(ref _state, ((state & ~PhaseMask) + NextCall) | InPlugin);
        _lanes.Watch();
    }

    internal void Start() => new Thread(Loop) { IsBackground = true, Name = "scan lane" }.Start();

    /// <summary>Called by the watcher. Gives the call up if its budget is spent.</summary>
    /// <param name="busy">Whether plugin code ran since the last look.</param>
    /// <returns>What was given up, or null.</returns>
    internal AbandonedCall? Look(ref bool busy)
    {
        var state = Volatile.Read(ref _state);
        var first = state != _seenState;
        busy |= first || (state & PhaseMask) == InPlugin;
        if ((state & PhaseMask) != InPlugin || _clock is not { } clock)
        {
            _seenState = state;
            return null;
        }

        var time = clock.Read();
        if (first)
        {
            // Not at the start of the call but at most one interval later: reading the clock in every call would cost more than the call.
            _seenState = state;
            _seenAt = time;
            return null;
        }

        // The work too before the exchange below: right after it the call may return, and the lane forgets its work.
        var (faults, operation, budget, work) = (_faults!, _operation, _budget, _work!);
        if (time.Processor - _seenAt.Processor <= budget && time.Own - _seenAt.Own <= budget * _lanes.Options.WaitingFactor)
        {
            return null;
        }

        return Interlocked.CompareExchange(ref _state, (state & ~PhaseMask) | GivenUp, state) == state
            ? new AbandonedCall(faults, operation, budget, work, clock)
            : null;
    }

    private void Loop()
    {
        _current = this;
        _clock = _lanes.CreateClock();
        while (RunNext())
        {
        }

        _clock.Close();
        if ((Volatile.Read(ref _state) & PhaseMask) == GivenUp)
        {
            _lanes.AbandonedCallReturned(_faults!);
        }
    }

    // Not inlined: a job must not stay referenced by the waiting loop's frame, it holds the plugins' objects.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private bool RunNext()
    {
        if (_lanes.Take() is not { } work)
        {
            return false;
        }

        _work = work;
        try
        {
            work.Job.Run(this);
            if ((Volatile.Read(ref _state) & PhaseMask) == GivenUp)
            {
                return false;
            }

            work.Complete(LaneOutcome.Completed);
        }
        catch (LaneAbandonedException)
        {
            return false;
        }
#pragma warning disable CA1031 // Background loop: the exception belongs to whoever waits for the job, the lane goes on.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            work.Fail(exception);
            return LeaveFailedJob();
        }
        finally
        {
            _work = null;
        }

        return true;
    }

    private bool LeaveFailedJob()
    {
        var state = Volatile.Read(ref _state);
        return (state & PhaseMask) == InHost || ((state & PhaseMask) == InPlugin && Interlocked.CompareExchange(ref _state, state & ~PhaseMask, state) == state);
    }
}
