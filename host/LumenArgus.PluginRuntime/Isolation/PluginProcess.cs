using System.Collections.Immutable;
using System.ComponentModel;
using LumenArgus.Abstractions.Host;
using LumenArgus.Abstractions.Model;
using LumenArgus.PluginRuntime.Invocation;
using LumenArgus.PluginRuntime.Isolation.Wire;
using LumenArgus.PluginRuntime.Loading;
using Microsoft.Extensions.Logging;

namespace LumenArgus.PluginRuntime.Isolation;

/// <summary>
/// Keeps a process for a plugin: starts it, watches it, ends it when it takes too much, and starts it again after a growing wait. While there is none the plugin counts as
/// not active. One thread owns all that, because on Linux the process ends with the thread that started it, and so with the host however that ends.
/// </summary>
internal sealed partial class PluginProcess
{
    private static readonly TimeSpan WatchInterval = TimeSpan.FromMilliseconds(10);
    private static readonly TimeSpan IdleInterval = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan MemoryInterval = TimeSpan.FromMilliseconds(50);

    private readonly string _pluginId;
    private readonly ImmutableArray<string> _command;
    private readonly StartWire _start;
    private readonly IsolationOptions _options;
    private readonly PluginFaults _faults;
    private readonly TimeProvider _clock;
    private readonly ILogger _logger;
    private readonly TimeSpan _startLimit;
    private readonly object _gate = new();
    private readonly TaskCompletionSource<(ReadyWire? Ready, LifecycleFailure? Failure)> _started = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile ProcessRun? _run;
    private volatile bool _isStopping;
    private volatile bool _isIdle;
    private bool _isWoken;
    private int _restarts;

    /// <exception cref="PluginLoadException">The program is not there.</exception>
    public PluginProcess(string pluginId, StartWire start, IsolationOptions options, PluginFaults faults, TimeProvider clock, ILogger logger, TimeSpan startLimit)
    {
        (_pluginId, _start, _options, _faults, _clock, _logger, _startLimit) = (pluginId, start, options, faults, clock, logger, startLimit);
        _command = options.Command.IsEmpty ? HostExecutable.Command() : options.Command;
    }

    /// <summary>Starts it for the first time.</summary>
    /// <returns>What the plugin brings, or why it is not started.</returns>
    public Task<(ReadyWire? Ready, LifecycleFailure? Failure)> StartAsync()
    {
        new Thread(Own) { IsBackground = true, Name = $"plugin process owner {_pluginId}" }.Start();
        return _started.Task;
    }

    public IsolationStatus GetStatus()
    {
        var run = _run;
        return new IsolationStatus(run?.ProcessId, Volatile.Read(ref _restarts), run?.ReadMemory() ?? 0, _options.MemoryBytes);
    }

    public void Detect(int detector, ScanBatch batch, FindingSink sink) => Running().Detect(detector, batch, sink);

    public ValueTask<IReadOnlyList<DetectorHit>> DetectAsync(int detector, OwnedScanBatch batch, CancellationToken cancellationToken) =>
        Running().DetectAsync(detector, batch, cancellationToken);

    public ValueTask<ImmutableArray<DetectionRule>> ReadRulesAsync(int source, CancellationToken cancellationToken) =>
        Running().ReadRulesAsync(source, cancellationToken);

    /// <summary>Has the plugin stop, and ends the process whatever the plugin does.</summary>
    /// <param name="limit">How long the plugin gets.</param>
    public async ValueTask StopAsync(TimeSpan limit)
    {
        _isStopping = true;
        _run?.AskToStop();
        Wake();
        try
        {
            await _ended.Task.WaitAsync(limit, TimeProvider.System);
        }
        catch (TimeoutException)
        {
            _run?.Kill(Stopped(), culprit: 0);
            Wake();
            await _ended.Task;
        }
    }

    private static PluginProcessException Stopped() => new(PluginCallStatus.NotCalled, "it is stopped");

    private ProcessRun Running() => _run ?? throw new PluginProcessException(PluginCallStatus.NotCalled, "its process does not run");

    private void Own()
    {
        try
        {
            if (Begin() is { } first)
            {
                _started.TrySetResult((first.Ready, null));
                Keep(first);
            }
        }
#pragma warning disable CA1031 // Background loop: whatever goes wrong here must not end the host, and leaves the plugin without a process.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            _faults.SetDown($"its process is not looked after any more ({exception.GetType().Name}): load the plugin anew");
            _run?.Kill(Stopped(), culprit: 0);
            _started.TrySetResult((null, new LifecycleFailure($"its process cannot be looked after: {exception.Message}", StillRunning: false)));
        }
        finally
        {
            _run = null;
            _ended.TrySetResult();
        }
    }

    private ProcessRun? Begin()
    {
        var (run, failure) = TryStart();
        if (failure is not null)
        {
            _started.TrySetResult((null, failure));
        }

        return run;
    }

    private void Keep(ProcessRun first)
    {
        var run = first;
        var endedInARow = 0;
        while (true)
        {
            _run = run;
            _faults.SetDown(null);
            if (_isStopping)
            {
                run.AskToStop(); // it was not there yet when the plugin was stopped
            }

            var since = _clock.GetTimestamp();
            Watch(run);
            var reason = Finish(run);
            if (_isStopping)
            {
                return;
            }

            endedInARow = _clock.GetElapsedTime(since) >= _options.GoodRun ? 0 : endedInARow;
            do
            {
                var wait = _options.RestartAfter(endedInARow++);
                _faults.SetDown($"{reason}; it is started again after {wait.TotalSeconds:0.##} s");
                Log.Ended(_logger, _pluginId, reason, wait.TotalSeconds);
                if (!WaitUnlessStopping(wait))
                {
                    return;
                }

                Interlocked.Increment(ref _restarts);
                (var next, var failure) = TryStart(first.Ready);
                reason = failure?.Reason ?? "";
                run = next!;
            }
            while (run is null && !_isStopping);
            if (run is null)
            {
                return;
            }
        }
    }

    private void Watch(ProcessRun run)
    {
        var lookedAtMemory = _clock.GetTimestamp();
        while (!run.HasEnded && run.End is null)
        {
            // What a process that nobody asks does is looked at too, only less often.
            var isTime = _isIdle || _clock.GetElapsedTime(lookedAtMemory) >= MemoryInterval;
            lookedAtMemory = isTime ? _clock.GetTimestamp() : lookedAtMemory;
            var isBusy = run.Look(isTime);
            if (!isBusy)
            {
                // A call that begins from here on wakes this thread; one that began before it was said is seen by the second look.
                _isIdle = true;
                Interlocked.MemoryBarrier();
                isBusy = run.Look(withMemory: false);
            }

            _isIdle = !isBusy;
            WaitForWake(isBusy ? WatchInterval : IdleInterval);
        }
    }

    // Calls find no process from here on; those under way have been told.
    private string Finish(ProcessRun run)
    {
        _run = null;
        run.KillAndWait(_isStopping ? IdleInterval : TimeSpan.Zero);
        var reason = run.End is { } end ? $"its process was ended: {end.Message}" : $"its process has ended by itself (exit code {run.ExitCode})";
        if (!run.EndedInCall && !_isStopping)
        {
            _faults.Record(new PluginFault("process", run.End?.Message ?? "ended by itself", "", _clock.GetUtcNow()), PluginCallStatus.Faulted, key: null);
        }

        run.Dispose();
        return reason;
    }

    private (ProcessRun? Run, LifecycleFailure? Failure) TryStart(ReadyWire? before = null)
    {
        ProcessRun run;
        try
        {
            run = ProcessRun.Launch(_pluginId, _command, _start, _options, _clock, _logger, Wake, WakeIfIdle);
        }
        catch (Exception exception) when (exception is IOException or Win32Exception or UnauthorizedAccessException)
        {
            return (null, new LifecycleFailure($"its process cannot be started: {exception.Message}", StillRunning: false));
        }

        var began = _clock.GetTimestamp();
        while (run is { Ready: null, Refusal: null, HasEnded: false } && !_isStopping && _clock.GetElapsedTime(began) < _startLimit)
        {
            WaitForWake(IdleInterval);
        }

        var failure = run.Ready is { } ready
            ? before is null || ready.HasSameParts(before) ? null : "its process brings other detectors than before"
            : run.Refusal ?? (run.HasEnded ? "its process has ended while it started" : $"its process did not start it within {_startLimit.TotalSeconds:0.#} s");
        if (failure is null)
        {
            Log.Started(_logger, _pluginId, run.ProcessId);
            return (run, null);
        }

        run.Kill(Stopped(), culprit: 0);
        run.KillAndWait(TimeSpan.Zero);
        run.Dispose();
        return (null, new LifecycleFailure(failure, StillRunning: false, run.IsNotConfigured));
    }

    private void Wake()
    {
        lock (_gate)
        {
            _isWoken = true;
            Monitor.PulseAll(_gate);
        }
    }

    // A thread that looks every ten milliseconds already needs not be told of each call.
    private void WakeIfIdle()
    {
        if (_isIdle)
        {
            Wake();
        }
    }

    private void WaitForWake(TimeSpan limit)
    {
        lock (_gate)
        {
            if (!_isWoken)
            {
                Monitor.Wait(_gate, limit);
            }

            _isWoken = false;
        }
    }

    private bool WaitUnlessStopping(TimeSpan wait)
    {
        var began = TimeProvider.System.GetTimestamp();
        while (!_isStopping && wait - TimeProvider.System.GetElapsedTime(began) is var left && left > TimeSpan.Zero)
        {
            WaitForWake(left);
        }

        return !_isStopping;
    }

    private static partial class Log
    {
        [LoggerMessage(EventId = 3030, EventName = nameof(Started), Level = LogLevel.Information, Message = "Plugin {PluginId} runs in process {ProcessId}")]
        public static partial void Started(ILogger logger, string pluginId, int processId);

        [LoggerMessage(EventId = 3031, EventName = nameof(Ended), Level = LogLevel.Warning, Message = "Plugin {PluginId} is without a process: {Reason}; started again after {Seconds} s")]
        public static partial void Ended(ILogger logger, string pluginId, string reason, double seconds);
    }
}
