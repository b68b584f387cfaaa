using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using LumenArgus.Abstractions.Model;
using LumenArgus.Inspection.Health;
using LumenArgus.Inspection.Records;
using LumenArgus.Scanning.Findings;
using LumenArgus.Storage.Database;
using LumenArgus.Storage.Overrides;
using Microsoft.Extensions.Logging;

namespace LumenArgus.Inspection.Modes;

/// <summary>
/// Switches inspection off and on while traffic flows. The mode is kept among the overrides of the database, so that it outlives a restart; without a
/// database it holds until the process ends, and says so.
/// </summary>
public sealed partial class ModeSwitch : IDisposable
{
    private const string ModeKey = "proxy.mode";
    private const string UntilKey = "proxy.mode_until";
    private const string FindingType = "mode_changed";

    private readonly ExchangeRecorder _recorder;
    private readonly HealthReasons _health;
    private readonly TimeProvider _clock;
    private readonly ILogger<ModeSwitch> _logger;
    private readonly IConfigOverrideStore? _overrides;
    private readonly SemaphoreSlim _oneAtATime = new(1, 1);
    private readonly ITimer _end;
    private volatile ModeState _state = ModeState.Active;

    /// <summary>Creates the switch; the mode is active.</summary>
    /// <param name="recorder">Takes the finding that says that inspection was switched off.</param>
    /// <param name="health">Shows it while it lasts.</param>
    /// <param name="clock">The clock.</param>
    /// <param name="logger">The log.</param>
    /// <param name="overrides">Where the mode is kept; null without a database.</param>
    public ModeSwitch(ExchangeRecorder recorder, HealthReasons health, TimeProvider clock, ILogger<ModeSwitch> logger, IConfigOverrideStore? overrides = null)
    {
        ArgumentNullException.ThrowIfNull(clock);
        (_recorder, _health, _clock, _logger, _overrides) = (recorder, health, clock, logger, overrides);
        _end = clock.CreateTimer(_ => _ = EndAsync(), state: null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Called behind every switch, also one that the time made.</summary>
    public Action<ModeState>? Changed { get; set; }

    /// <summary>The mode in use.</summary>
    public ModeState Current => IsOver(_state) ? ModeState.Active : _state;

    /// <summary>Whether nothing is looked at.</summary>
    public bool IsPassthrough => _state is { Mode: ProxyMode.Passthrough } state && !IsOver(state);

    /// <summary>Takes up the mode that was in use when the last process ended.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>A task that ends when it is in use. A database that cannot be read leaves the mode active.</returns>
    public async Task RestoreAsync(CancellationToken cancellationToken)
    {
        if (_overrides is null)
        {
            return;
        }

        try
        {
            var kept = await _overrides.AllAsync(cancellationToken);
            if (ModeState.Parse(kept.GetValueOrDefault(ModeKey)) != ProxyMode.Passthrough)
            {
                return;
            }

            var state = new ModeState(ProxyMode.Passthrough, StoreTime.Read(kept.GetValueOrDefault(UntilKey)));
            if (!IsOver(state))
            {
                Use(state);
            }
        }
        catch (StoreException failure)
        {
            Log.Unread(_logger, failure.ShortReason);
        }
    }

    /// <summary>Switches.</summary>
    /// <param name="mode">The mode.</param>
    /// <param name="duration">How long <see cref="ProxyMode.Passthrough"/> lasts, more than zero; null until it is switched again. Without meaning for <see cref="ProxyMode.Active"/>.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The mode in use now.</returns>
    public async Task<ModeState> SetAsync(ProxyMode mode, TimeSpan? duration, CancellationToken cancellationToken)
    {
        await _oneAtATime.WaitAsync(cancellationToken);
        try
        {
            var wasActive = Current.Mode == ProxyMode.Active;
            var state = mode == ProxyMode.Active ? ModeState.Active : new ModeState(mode, duration is { } lasting ? _clock.GetUtcNow() + lasting : null);
            state = state with { Problem = await KeepAsync(state, cancellationToken) };
            Use(state);
            if (wasActive && mode == ProxyMode.Passthrough)
            {
                await RecordAsync(state);
            }

            return state;
        }
        finally
        {
            _oneAtATime.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _end.Dispose();
        _oneAtATime.Dispose();
    }

    private bool IsOver(ModeState state) => state.Until is { } until && until <= _clock.GetUtcNow();

    private void Use(ModeState state)
    {
        _state = state;
        Arm(state);
        _health.Set("mode", state.Mode == ProxyMode.Passthrough ? $"mode {state}: nothing is looked at" : null);
        if (state.Mode == ProxyMode.Passthrough)
        {
            Log.Passthrough(_logger, state);
        }
        else
        {
            Log.Active(_logger);
        }

        Changed?.Invoke(state);
    }

    private void Arm(ModeState state)
    {
        // Timers count whole milliseconds: rounded down, one would end before its time has come.
        var left = state.Until is { } until ? TimeSpan.FromMilliseconds(Math.Max(0, Math.Ceiling((until - _clock.GetUtcNow()).TotalMilliseconds))) : Timeout.InfiniteTimeSpan;
        _end.Change(left, Timeout.InfiniteTimeSpan);
    }

    [SuppressMessage("Design", "CA1031:Do not catch general exception types", Justification = "Timer callback: inspection is on again whatever else fails.")]
    private async Task EndAsync()
    {
        try
        {
            if (IsOver(_state))
            {
                await SetAsync(ProxyMode.Active, duration: null, CancellationToken.None);
            }
            else
            {
                // A later switch has come first, or the timer, which counts otherwise than the clock, was early.
                Arm(_state);
            }
        }
        catch (Exception failure)
        {
            Log.NotEnded(_logger, failure.GetType().Name);
        }
    }

    // The time before the mode: a process that is killed between the two must not leave a passthrough without its end.
    private async Task<string?> KeepAsync(ModeState state, CancellationToken cancellationToken)
    {
        if (_overrides is null)
        {
            return "there is no database (analytics.enabled), so it is not remembered over a restart";
        }

        try
        {
            if (state.Until is { } until)
            {
                await _overrides.SetAsync(UntilKey, until.ToString("O", CultureInfo.InvariantCulture), cancellationToken);
                await _overrides.SetAsync(ModeKey, ModeState.NameOf(state.Mode), cancellationToken);
            }
            else
            {
                await _overrides.SetAsync(ModeKey, ModeState.NameOf(state.Mode), cancellationToken);
                await _overrides.DeleteAsync(UntilKey, cancellationToken);
            }

            return null;
        }
        catch (StoreException failure)
        {
            return $"it is not remembered over a restart: {failure.Message}";
        }
    }

    private async Task RecordAsync(ModeState state)
    {
        var finding = new Finding
        {
            Detector = FrameworkFindings.Detector,
            Type = FindingType,
            Severity = Severity.Warning,
            Location = "proxy.mode",
            Detail = $"inspection was switched off: {state}",
            Origin = FindingOrigin.Framework,
            Action = PolicyAction.Log,
        };
        var now = _clock.GetUtcNow();
        await _recorder.DecidedAsync(new ExchangeRecord
        {
            RequestId = 0,
            ExchangeId = Guid.CreateVersion7(now),
            Timestamp = now,
            Method = "",
            Path = "",
            Provider = "unknown",
            Scan = new ScanResult { Action = PolicyAction.Log, Findings = [finding] },
            Passed = true,
        }, fail: null);
    }

    private static partial class Log
    {
        [LoggerMessage(EventId = 2100, EventName = nameof(Passthrough), Level = LogLevel.Warning, Message = "Inspection is off: {State}. 'lumen-argus mode active' switches it on.")]
        public static partial void Passthrough(ILogger logger, ModeState state);

        [LoggerMessage(EventId = 2101, EventName = nameof(Active), Level = LogLevel.Information, Message = "Inspection is on.")]
        public static partial void Active(ILogger logger);

        [LoggerMessage(EventId = 2102, EventName = nameof(Unread), Level = LogLevel.Warning, Message = "Whether inspection was switched off cannot be read, so it is on: {Reason}")]
        public static partial void Unread(ILogger logger, string reason);

        [LoggerMessage(EventId = 2103, EventName = nameof(NotEnded), Level = LogLevel.Error, Message = "Inspection is on again, but that could not be recorded: {Type}")]
        public static partial void NotEnded(ILogger logger, string type);
    }
}
