using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using LumenArgus.Abstractions.Host;
using Microsoft.Extensions.Logging;

namespace LumenArgus.Plugins.RuleAnalysis;

/// <summary>Runs one comparison at a time, in the background, and keeps the newest result.</summary>
internal sealed class AnalysisRunner(IHostServices host, AnalysisOptions options)
{
    /// <summary>The live event that tells the end of a comparison.</summary>
    public const string CompleteEvent = "rule_analysis_complete";

    private const string ResultKey = "result";
    private const string DismissedKey = "dismissed";

    private readonly Lock _gate = new();
    private volatile IPluginContext? _context;
    private volatile bool _isRead;
    private AnalysisState _state = new();

    // What is kept is understood when it is asked for: a start has better things to do.
    private Lazy<AnalysisResult?> _result = new(value: null);
    private Lazy<ImmutableArray<DismissedPair>> _dismissed = new(value: []);
    private Task _running = Task.CompletedTask;
    private Task _dismissing = Task.CompletedTask;

    /// <summary>Ends with the comparison that runs.</summary>
    public Task Running
    {
        get
        {
            lock (_gate)
            {
                return _running;
            }
        }
    }

    /// <summary>How the comparison goes.</summary>
    public AnalysisState State
    {
        get
        {
            lock (_gate)
            {
                return _state;
            }
        }
    }

    /// <summary>The newest result; null if there is none.</summary>
    public AnalysisResult? Result
    {
        get
        {
            lock (_gate)
            {
                return _result.Value;
            }
        }
    }

    /// <summary>Begins with what is kept of earlier runs.</summary>
    public async ValueTask StartAsync(IPluginContext context, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            _context = context;
        }

        await ReadAsync(cancellationToken);
    }

    /// <summary>Reads what is kept of earlier runs, if that has not been done yet: a database that is away for a while must not cost the plugin.</summary>
    public async ValueTask ReadAsync(CancellationToken cancellationToken)
    {
        if (_isRead || _context is not { } context)
        {
            return;
        }

        try
        {
            var result = await host.Kv.GetAsync(ResultKey, cancellationToken);
            var dismissed = await host.Kv.GetAsync(DismissedKey, cancellationToken);
            lock (_gate)
            {
                if (_isRead)
                {
                    return;
                }

                _isRead = true;
                _result = new Lazy<AnalysisResult?>(() => Read(result, static () => AnalysisJson.Default.AnalysisResult, context.Logger) is
                    { Duplicates.IsDefault: false, Subsets.IsDefault: false, Overlaps.IsDefault: false, Clusters.IsDefault: false } whole ? whole : null);
                _dismissed = new Lazy<ImmutableArray<DismissedPair>>(() => [.. Read(dismissed, static () => AnalysisJson.Default.DismissedPairArray, context.Logger) ?? []]);
            }
        }
        catch (InvalidOperationException failure)
        {
            context.Logger.NotRead(failure.Message);
        }
    }

    /// <summary>Begins a comparison.</summary>
    /// <returns>False if one runs, or the plugin is not started.</returns>
    public bool TryRun()
    {
        lock (_gate)
        {
            if (_context is not { Stopping.IsCancellationRequested: false } context || _state.Running)
            {
                return false;
            }

            _state = new AnalysisState { Running = true, Phase = "starting", StartedAt = context.Clock.GetUtcNow() };
            _running = Task.Run(() => RunAsync(context), CancellationToken.None);
            return true;
        }
    }

    /// <summary>Whether an operator does not want to hear of a pair.</summary>
    public bool IsDismissed(RulePair pair)
    {
        lock (_gate)
        {
            return _dismissed.Value.Any(dismissed => pair.IsOf(dismissed.RuleA!, dismissed.RuleB!));
        }
    }

    /// <summary>Takes a pair out of all results, those of later runs too.</summary>
    /// <returns>False if it is out already.</returns>
    /// <exception cref="InvalidOperationException">It cannot be kept: the pair is still in.</exception>
    public Task<bool> DismissAsync(string ruleA, string ruleB, CancellationToken cancellationToken)
    {
        // One behind the other: all of them are one value, and the last one written stays.
        lock (_gate)
        {
            var dismissing = DismissAsync(_dismissing, ruleA, ruleB, cancellationToken);
            _dismissing = dismissing;
            return dismissing;
        }
    }

    private async Task<bool> DismissAsync(Task before, string ruleA, string ruleB, CancellationToken cancellationToken)
    {
        await before.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ForceYielding);
        ImmutableArray<DismissedPair> all;
        lock (_gate)
        {
            if (_dismissed.Value.Any(pair => (pair.RuleA == ruleA && pair.RuleB == ruleB) || (pair.RuleA == ruleB && pair.RuleB == ruleA)))
            {
                return false;
            }

            all = _dismissed.Value.Add(new DismissedPair(ruleA, ruleB));
        }

        await host.Kv.SetAsync(DismissedKey, JsonSerializer.Serialize([.. all], AnalysisJson.Default.DismissedPairArray), cancellationToken);
        lock (_gate)
        {
            _dismissed = new Lazy<ImmutableArray<DismissedPair>>(all);
        }

        return true;
    }

    private async Task RunAsync(IPluginContext context)
    {
        using var watchdog = new Watchdog(options, context.Clock, context.Stopping);
        try
        {
            await ReadAsync(watchdog.Token);
            var result = await new Comparison(host, options, (phase, progress, line) => Enter(watchdog, phase, progress, line)).RunAsync(watchdog.Token);
            result = result with { Timestamp = context.Clock.GetUtcNow(), DurationS = Math.Round((context.Clock.GetUtcNow() - State.StartedAt!.Value).TotalSeconds, 2) };
            Enter(watchdog, "saving", 97, "Saving the result");
            await host.Kv.SetAsync(ResultKey, JsonSerializer.Serialize(result, AnalysisJson.Default.AnalysisResult), watchdog.Token);
            lock (_gate)
            {
                _result = new Lazy<AnalysisResult?>(result);
            }

            End("complete", error: null, string.Create(
                CultureInfo.InvariantCulture,
                $"{result.TotalRules} rules in {result.DurationS} s: {result.Duplicates.Length} duplicates, {result.Subsets.Length} subsets, {result.Overlaps.Length} overlaps"));
            host.Events.Publish(CompleteEvent, json => WriteSummary(json, result));
        }
        catch (OperationCanceledException)
        {
            var reason = context.Stopping.IsCancellationRequested
                ? "the plugin was stopped"
                : $"the phase '{State.Phase}' or the whole took longer than rule_analysis.watchdog_phase_s or watchdog_total_s allow";
            End("failed", reason, $"Given up: {reason}");
        }
#pragma warning disable CA1031 // Whatever failed is shown where the comparison was started.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            End("failed", failure.Message, $"Failed: {failure.Message}");
            context.Logger.Failed(failure.Message);
        }
    }

    private void Enter(Watchdog watchdog, string phase, int progress, string line)
    {
        lock (_gate)
        {
            if (_state.Phase != phase)
            {
                watchdog.BeginPhase();
            }

            _state = _state with { Phase = phase, Progress = progress, Log = line.Length == 0 ? _state.Log : _state.Log.Add(line) };
        }
    }

    private void End(string phase, string? error, string line)
    {
        lock (_gate)
        {
            _state = _state with { Running = false, Phase = phase, Progress = error is null ? 100 : _state.Progress, Error = error, Log = _state.Log.Add(line) };
        }
    }

    private static void WriteSummary(Utf8JsonWriter json, AnalysisResult result)
    {
        json.WriteStartObject("summary");
        json.WriteNumber("total_rules", result.TotalRules);
        json.WriteNumber("duplicates", result.Duplicates.Length);
        json.WriteNumber("subsets", result.Subsets.Length);
        json.WriteNumber("overlaps", result.Overlaps.Length);
        json.WriteEndObject();
        json.WriteString("timestamp", result.Timestamp);
    }

    // Written by another version, perhaps: then it is made again.
    private static T? Read<T>(string? json, Func<JsonTypeInfo<T>> type, ILogger logger)
        where T : class
    {
        try
        {
            return json is null ? null : JsonSerializer.Deserialize(json, type());
        }
        catch (JsonException failure)
        {
            logger.Unreadable(failure.Message);
            return null;
        }
    }
}
