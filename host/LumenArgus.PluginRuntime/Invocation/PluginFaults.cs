using System.Globalization;
using LumenArgus.PluginRuntime.Loading;

namespace LumenArgus.PluginRuntime.Invocation;

/// <summary>
/// The faults of one plugin and what follows from them: a few make it degraded, many quarantine it, then one call at a time is tried again
/// after a growing wait. Faults of one session or one body count once, so that a single conversation cannot switch a detector off.
/// Holds no object of the plugin. Thread safe; costs one volatile read for a healthy plugin.
/// </summary>
public sealed class PluginFaults
{
    private readonly QuarantineOptions _options;
    private readonly TimeProvider _clock;
    private readonly Lock _lock = new();
    private readonly List<(string? Key, long Time)> _recent = [];
    private readonly long[] _counts = new long[Enum.GetValues<PluginCallStatus>().Length];

    private volatile Mode _mode;
    private volatile PluginFault? _last;
    private volatile string? _down;
    private int _abandoned;
    private int _level;
    private long _retryAt;
    private long _releasedAt;

    internal PluginFaults(string pluginId, QuarantineOptions options, TimeProvider clock)
    {
        PluginId = pluginId;
        _options = options;
        _clock = clock;
    }

    private enum Mode
    {
        Healthy,
        Degraded,
        Quarantined,
        Trial,
    }

    /// <summary>Whose faults these are.</summary>
    public string PluginId { get; }

    /// <summary>The last fault, or null.</summary>
    public PluginFault? Last => _last;

    /// <summary>Calls that were given up and still run, each on a thread of its own.</summary>
    public int Abandoned => Volatile.Read(ref _abandoned);

    /// <summary>Calls by outcome.</summary>
    public PluginCallCounts Counts => new(
        CountOf(PluginCallStatus.Ok),
        CountOf(PluginCallStatus.Faulted),
        CountOf(PluginCallStatus.TimedOut),
        CountOf(PluginCallStatus.NotCalled),
        CountOf(PluginCallStatus.Cancelled));

    /// <summary>Whether the plugin is not called now. One volatile read.</summary>
    public bool IsQuarantined => _down is not null || _mode is Mode.Quarantined or Mode.Trial;

    /// <summary>Why its process does not run; null if it does, or has none of its own.</summary>
    public string? Down => _down;

    /// <summary>Active, Degraded or Quarantined, with the reason.</summary>
    /// <returns>The state; the reason is empty for an active plugin.</returns>
    public (PluginState State, string Reason) GetState()
    {
        if (_down is { } down)
        {
            return (PluginState.Quarantined, down);
        }

        lock (_lock)
        {
            Forget();
            return _mode switch
            {
                Mode.Healthy => (PluginState.Active, ""),
                Mode.Degraded => (PluginState.Degraded, $"{_recent.Count} faults within {_options.Window.TotalMinutes:0} minutes, last: {Describe()}"),
                Mode.Trial => (PluginState.Quarantined, $"being tried again; last: {Describe()}"),
                _ => (PluginState.Quarantined, QuarantineReason()),
            };
        }
    }

    /// <summary>Asks whether the plugin may be called now. A quarantined plugin gets one call when its wait is over.</summary>
    internal bool TryEnter()
    {
        if (_down is not null)
        {
            Count(PluginCallStatus.NotCalled);
            return false;
        }

        if (_mode is Mode.Healthy or Mode.Degraded)
        {
            return true;
        }

        lock (_lock)
        {
            if (_mode == Mode.Quarantined && _clock.GetTimestamp() >= _retryAt && _abandoned < _options.AbandonedLimit)
            {
                _mode = Mode.Trial;
                return true;
            }

            if (_mode is Mode.Healthy or Mode.Degraded)
            {
                return true;
            }
        }

        Count(PluginCallStatus.NotCalled);
        return false;
    }

    internal void RecordOk()
    {
        Count(PluginCallStatus.Ok);
        if (_mode == Mode.Trial)
        {
            EndTrial();
        }
    }

    /// <summary>The caller left: says nothing about the plugin.</summary>
    internal void RecordCancelled() => RecordWithoutVerdict(PluginCallStatus.Cancelled);

    /// <summary>There was no process for the call: says nothing about the plugin.</summary>
    internal void RecordNotMade() => RecordWithoutVerdict(PluginCallStatus.NotCalled);

    /// <summary>Its process has ended, or runs again.</summary>
    /// <param name="reason">Why it is not called; null for a process that runs.</param>
    internal void SetDown(string? reason) => _down = reason;

    private void RecordWithoutVerdict(PluginCallStatus status)
    {
        Count(status);
        lock (_lock)
        {
            if (_mode == Mode.Trial)
            {
                _mode = Mode.Quarantined; // the next call is the trial
            }
        }
    }

    /// <summary>Counts a fault.</summary>
    /// <param name="fault">What happened.</param>
    /// <param name="status">Faulted or TimedOut.</param>
    /// <param name="key">Session or body; faults with the same key count once within the window. Null counts each time.</param>
    /// <returns>True if the plugin is quarantined by this fault.</returns>
    internal bool Record(PluginFault fault, PluginCallStatus status, string? key)
    {
        Count(status);
        _last = fault;
        lock (_lock)
        {
            if (_mode == Mode.Quarantined)
            {
                return false;
            }

            Forget();
            if (key is null || !_recent.Exists(entry => entry.Key == key))
            {
                _recent.Add((key, _clock.GetTimestamp()));
            }

            if (_mode == Mode.Trial || _recent.Count >= _options.FaultLimit || _abandoned >= _options.AbandonedLimit)
            {
                Quarantine();
                return true;
            }

            _mode = Mode.Degraded;
            return false;
        }
    }

    internal PluginFault Copy(Exception exception, string operation) => PluginFault.From(exception, operation, _clock.GetUtcNow());

    internal void CallAbandoned() => Interlocked.Increment(ref _abandoned);

    internal void AbandonedCallReturned() => Interlocked.Decrement(ref _abandoned);

    private long CountOf(PluginCallStatus status) => Interlocked.Read(ref _counts[(int)status]);

    private void Count(PluginCallStatus status) => Interlocked.Increment(ref _counts[(int)status]);

    private void EndTrial()
    {
        lock (_lock)
        {
            if (_mode == Mode.Trial)
            {
                _mode = Mode.Healthy;
                _releasedAt = _clock.GetTimestamp();
            }
        }
    }

    private void Quarantine()
    {
        // A plugin that was well for a whole window starts at the first wait again.
        if (_level > 0 && _mode != Mode.Trial && _clock.GetElapsedTime(_releasedAt) > _options.Window)
        {
            _level = 0;
        }

        var wait = _options.FirstRetry * Math.Pow(2, Math.Min(_level, 30));
        wait = wait > _options.MaxRetry ? _options.MaxRetry : wait;
        _level++;
        _retryAt = _clock.GetTimestamp() + (long)(wait.TotalSeconds * _clock.TimestampFrequency);
        _recent.Clear();
        _mode = Mode.Quarantined;
    }

    private void Forget()
    {
        _recent.RemoveAll(entry => _clock.GetElapsedTime(entry.Time) > _options.Window);
        if (_mode == Mode.Degraded && _recent.Count == 0)
        {
            _mode = Mode.Healthy;
        }
    }

    private string QuarantineReason()
    {
        if (_abandoned >= _options.AbandonedLimit)
        {
            return $"{_abandoned} calls never returned and still hold a thread each; last: {Describe()}";
        }

        var wait = _clock.GetElapsedTime(_clock.GetTimestamp(), _retryAt);
        var next = wait <= TimeSpan.Zero ? "with the next exchange" : string.Create(CultureInfo.InvariantCulture, $"in {Math.Ceiling(wait.TotalSeconds)} s");
        return $"too many faults, last: {Describe()}; tried again {next}";
    }

    private string Describe() => _last is { } last ? $"{last.TypeName} in {last.Operation}" : "unknown";
}
