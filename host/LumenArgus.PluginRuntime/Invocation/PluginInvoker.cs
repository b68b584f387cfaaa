using System.Collections.Immutable;
using LumenArgus.Abstractions.Host;
using LumenArgus.Abstractions.Model;
using LumenArgus.Abstractions.Plugin;
using LumenArgus.PluginRuntime.Isolation;
using LumenArgus.PluginRuntime.Loading;
using Microsoft.Extensions.Logging;

namespace LumenArgus.PluginRuntime.Invocation;

/// <summary>
/// The only caller of plugin code once a plugin is active. What the code throws becomes a status and a copied fault; a quarantined plugin is
/// not called. On a lane the call has the lane's budget, and <see cref="Lanes.LaneAbandonedException"/> passes through when it is spent.
/// </summary>
public sealed partial class PluginInvoker
{
    internal const int MaxRules = 100_000;

    private readonly TimeProvider _clock;
    private readonly ILogger _logger;

    /// <summary>Creates an invoker; one serves all plugins.</summary>
    /// <param name="clock">Time of faults and budgets.</param>
    /// <param name="logger">Gets a warning for each fault, without the exception's message.</param>
    public PluginInvoker(TimeProvider clock, ILogger logger)
    {
        _clock = clock;
        _logger = logger;
    }

    /// <summary>Runs a detector.</summary>
    /// <param name="call">Which call it is; its lane should be set.</param>
    /// <param name="detector">The detector.</param>
    /// <param name="batch">The texts.</param>
    /// <param name="sink">Takes the matches.</param>
    /// <returns>How it ended.</returns>
    public PluginCallStatus Detect(in PluginCall call, IDetector detector, ScanBatch batch, FindingSink sink) =>
        Invoke(
            detector is IsolatedDetector ? call with { FaultKey = call.FaultKey ?? call.Lane?.FaultKey, Lane = null } : call,
            new DetectState(detector, batch, sink),
            static state => state.Detector.Detect(state.Batch, state.Sink));

    /// <summary>Runs a post-scan hook.</summary>
    /// <param name="call">Which call it is; its lane should be set.</param>
    /// <param name="hook">The hook.</param>
    /// <param name="context">The result and the body.</param>
    /// <returns>How it ended.</returns>
    public PluginCallStatus PostScan(in PluginCall call, IPostScanHook hook, PostScanContext context) =>
        Invoke(call, new PostScanState(hook, context), static state => state.Hook.OnScanned(state.Context));

    /// <summary>Runs plugin code that gives nothing back.</summary>
    /// <typeparam name="TState">What the code needs; passed on so that the delegate captures nothing.</typeparam>
    /// <param name="call">Which call it is.</param>
    /// <param name="state">Passed to <paramref name="action"/>.</param>
    /// <param name="action">Calls the plugin.</param>
    /// <returns>How it ended.</returns>
    public PluginCallStatus Invoke<TState>(in PluginCall call, TState state, Action<TState> action)
        where TState : allows ref struct
    {
        ArgumentNullException.ThrowIfNull(action);
        var faults = call.Plugin.Faults;
        if (!call.Plugin.IsCallable || !faults.TryEnter())
        {
            return PluginCallStatus.NotCalled;
        }

        PluginFault? fault = null;
        var failed = PluginCallStatus.Faulted;
        var startedAt = _clock.GetTimestamp();
        call.Lane?.EnterPlugin(faults, call.BodyBytes, call.Operation);
        try
        {
            action(state);
        }
        catch (PluginProcessException ended)
        {
            (fault, failed) = (FaultOf(ended, call), ended.Status);
        }
#pragma warning disable CA1031 // Boundary to plugin code: whatever it throws becomes a recorded fault.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            fault = faults.Copy(exception, call.Operation);
        }

        call.Plugin.Timings.Record(_clock.GetTimestamp() - startedAt);

        // Outside the catch: if the call was given up, this ends the job, and the watcher has recorded the fault.
        call.Lane?.LeavePlugin();
        return Finish(call, fault, failed);
    }

    /// <summary>Runs plugin code that gives a result.</summary>
    /// <typeparam name="TState">What the code needs.</typeparam>
    /// <typeparam name="TResult">What it gives.</typeparam>
    /// <param name="call">Which call it is.</param>
    /// <param name="state">Passed to <paramref name="function"/>.</param>
    /// <param name="function">Calls the plugin.</param>
    /// <param name="result">The result; default unless the status is Ok. May be null although the contract forbids it.</param>
    /// <returns>How it ended.</returns>
    public PluginCallStatus Invoke<TState, TResult>(in PluginCall call, TState state, Func<TState, TResult> function, out TResult? result)
    {
        var holder = new ResultHolder<TState, TResult>(state, function);
        var status = Invoke(call, holder, static holder => holder.Call());
        result = holder.Result;
        return status;
    }

    /// <summary>
    /// Runs plugin code that waits. It starts on a thread of the pool; when its budget is spent the caller goes on, and the call is told by its
    /// token.
    /// </summary>
    /// <typeparam name="TResult">What it gives.</typeparam>
    /// <param name="call">Which call it is.</param>
    /// <param name="function">Calls the plugin; must own all that it passes.</param>
    /// <param name="budget">Wall time.</param>
    /// <param name="cancellationToken">The caller leaves.</param>
    /// <returns>The result.</returns>
    public async ValueTask<PluginCallResult<TResult>> InvokeAsync<TResult>(
        PluginCall call, Func<CancellationToken, ValueTask<TResult>> function, TimeSpan budget, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(function);
        var faults = call.Plugin.Faults;
        if (!call.Plugin.IsCallable || !faults.TryEnter())
        {
            return new PluginCallResult<TResult>(PluginCallStatus.NotCalled, default);
        }

        using var timeout = new CancellationTokenSource(budget, _clock);
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        var token = linked.Token;
        var startedAt = _clock.GetTimestamp();
        var running = Task.Run(async () => await function(token), CancellationToken.None);
        try
        {
            var value = await running.WaitAsync(token);
            Finish(call, fault: null, PluginCallStatus.Ok);
            return new PluginCallResult<TResult>(PluginCallStatus.Ok, value);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            faults.RecordCancelled();
            return new PluginCallResult<TResult>(PluginCallStatus.Cancelled, default);
        }
        catch (OperationCanceledException) when (timeout.IsCancellationRequested)
        {
            var fault = new PluginFault(call.Operation, "budget spent", "", _clock.GetUtcNow());
            var status = Finish(call, fault, PluginCallStatus.TimedOut);
            LeaveBehind(running, faults);
            return new PluginCallResult<TResult>(status, default);
        }
        catch (PluginProcessException ended)
        {
            return new PluginCallResult<TResult>(Finish(call, FaultOf(ended, call), ended.Status), default);
        }
#pragma warning disable CA1031 // Boundary to plugin code: whatever it throws becomes a recorded fault.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            return new PluginCallResult<TResult>(Finish(call, faults.Copy(exception, call.Operation), PluginCallStatus.Faulted), default);
        }
        finally
        {
            if (!call.IsOutsideTraffic)
            {
                call.Plugin.Timings.Record(_clock.GetTimestamp() - startedAt);
            }
        }
    }

    // One that ignores its token may hold a thread of the pool; like those of the lanes, a plugin gets only so many.
    private static void LeaveBehind(Task running, PluginFaults faults)
    {
        faults.CallAbandoned();
        _ = running.ContinueWith(
            static (_, state) => ((PluginFaults)state!).AbandonedCallReturned(),
            faults,
            CancellationToken.None,
            TaskContinuationOptions.ExecuteSynchronously,
            TaskScheduler.Default);
    }

    /// <summary>Reads all rules of a plugin, once for a generation. Rules for detectors that the manifest does not name are dropped.</summary>
    /// <param name="plugin">The plugin.</param>
    /// <param name="budget">Wall time for all sources together.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The rules, and what is wrong with others.</returns>
    public async ValueTask<PluginRules> ReadRulesAsync(PluginHandle plugin, TimeSpan budget, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(plugin);
        var sources = plugin.Contributions.RuleSources;
        var call = new PluginCall(plugin, "rules") { IsOutsideTraffic = true };
        var result = await InvokeAsync(call, token => MaterialiseAsync(sources, token), budget, cancellationToken);
        if (result.Status != PluginCallStatus.Ok)
        {
            return new PluginRules(result.Status, [], [$"{plugin.Id}: its rules cannot be read ({result.Status}, {plugin.Faults.Last?.TypeName})"]);
        }

        var problems = ImmutableArray.CreateBuilder<string>();
        var rules = ImmutableArray.CreateBuilder<DetectionRule>(result.Value.Length);
        foreach (var rule in result.Value)
        {
            if (plugin.Manifest.Detectors.Contains(rule.Detector))
            {
                rules.Add(rule);
            }
            else
            {
                problems.Add($"{plugin.Id}: rule {rule.Name} reports as '{rule.Detector}', which its manifest does not name: add it to PluginDetectors");
            }
        }

        return new PluginRules(PluginCallStatus.Ok, rules.ToImmutable(), problems.ToImmutable());
    }

    private static async ValueTask<ImmutableArray<DetectionRule>> MaterialiseAsync(ImmutableArray<IRuleSource> sources, CancellationToken cancellationToken)
    {
        var rules = ImmutableArray.CreateBuilder<DetectionRule>();
        foreach (var source in sources)
        {
            var more = source is IsolatedRuleSource isolated ? await isolated.ReadAsync(cancellationToken) : source.GetRules();
            rules.AddRange(more.OfType<DetectionRule>().Take(MaxRules - rules.Count));
        }

        return rules.ToImmutable();
    }

    private PluginFault FaultOf(PluginProcessException ended, in PluginCall call) => new(call.Operation, ended.Message, ended.PluginStack, _clock.GetUtcNow());

    private PluginCallStatus Finish(in PluginCall call, PluginFault? fault, PluginCallStatus status)
    {
        var faults = call.Plugin.Faults;
        if (fault is null)
        {
            faults.RecordOk();
            return PluginCallStatus.Ok;
        }

        // The plugin has done nothing wrong in this call, there only was no process for it.
        if (status == PluginCallStatus.NotCalled)
        {
            faults.RecordNotMade();
            return status;
        }

        if (faults.Record(fault, status, call.FaultKey ?? call.Lane?.FaultKey))
        {
            Log.Quarantined(_logger, call.Plugin.Id, faults.GetState().Reason);
        }

        Log.Faulted(_logger, call.Plugin.Id, call.Operation, fault.TypeName, fault.StackText);
        return status;
    }

    private readonly ref struct DetectState(IDetector detector, ScanBatch batch, FindingSink sink)
    {
        public IDetector Detector { get; } = detector;

        public ScanBatch Batch { get; } = batch;

        public FindingSink Sink { get; } = sink;
    }

    private readonly ref struct PostScanState(IPostScanHook hook, PostScanContext context)
    {
        public IPostScanHook Hook { get; } = hook;

        public PostScanContext Context { get; } = context;
    }

    private sealed class ResultHolder<TState, TResult>(TState state, Func<TState, TResult> function)
    {
        public TResult? Result { get; private set; }

        public void Call() => Result = function(state);
    }

    private static partial class Log
    {
        [LoggerMessage(EventId = 3010, EventName = nameof(Faulted), Level = LogLevel.Warning, Message = "Plugin {PluginId} failed in {Operation}: {Type}\n{Stack}")]
        public static partial void Faulted(ILogger logger, string pluginId, string operation, string type, string stack);

        [LoggerMessage(EventId = 3011, EventName = nameof(Quarantined), Level = LogLevel.Warning, Message = "Plugin {PluginId} is quarantined: {Reason}")]
        public static partial void Quarantined(ILogger logger, string pluginId, string reason);
    }
}
