using System.Collections.Immutable;
using LumenArgus.PluginRuntime.Invocation;
using LumenArgus.PluginRuntime.Isolation;
using LumenArgus.PluginRuntime.Manifests;
using LumenArgus.PluginRuntime.Registration;

namespace LumenArgus.PluginRuntime.Loading;

/// <summary>
/// A loaded plugin, counted: generations and exchanges hold references, retiring waits for them. After that the handle is text only, so it
/// does no harm to keep one.
/// </summary>
public sealed class PluginHandle
{
    private readonly TimeProvider _clock;
    private readonly TimeSpan _stopBudget;
    private readonly TaskCompletionSource _drained = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ImmutableArray<string> _hooks;
    private readonly string _shadowPath;
    private volatile IRunningPlugin? _plugin;
    private volatile PluginState _lifecycle = PluginState.Active;
    private string _reason = "";
    private int _references = 1; // the owner's
    private int _retiring;
    private LifecycleFailure? _stopFailure;

    internal PluginHandle(PluginManifest manifest, string folder, IRunningPlugin plugin, PluginFaults faults, TimeProvider clock, TimeSpan stopBudget)
    {
        Manifest = manifest;
        Folder = folder;
        Faults = faults;
        _plugin = plugin;
        _clock = clock;
        _stopBudget = stopBudget;
        _hooks = plugin.Contributions.DescribeHooks();
        Timings = new LatencyHistogram(clock);
        ContentHash = plugin.Shadow.ContentHash;
        _shadowPath = plugin.Shadow.Path;
    }

    /// <summary>Identifier.</summary>
    public string Id => Manifest.Id;

    /// <summary>Version.</summary>
    public string Version => Manifest.Version;

    /// <summary>The manifest.</summary>
    public PluginManifest Manifest { get; }

    /// <summary>The folder it was found in (not the copy that is loaded).</summary>
    public string Folder { get; internal set; }

    /// <summary>Hash of the content of that folder when it was loaded.</summary>
    public string ContentHash { get; }

    /// <summary>Its faults and counts.</summary>
    public PluginFaults Faults { get; }

    /// <summary>How long its calls took since it was loaded: those of detectors and hooks. Single validators of rules are only counted.</summary>
    public LatencyHistogram Timings { get; }

    /// <summary>What it brings; empty once it is retired. Hold a reference while using it.</summary>
    public PluginContributions Contributions => _plugin?.Contributions ?? PluginContributions.Empty;

    /// <summary>How its process does; null if it runs in the host's.</summary>
    public IsolationStatus? Isolation => _plugin?.Isolation;

    /// <summary>Active, Degraded, Quarantined, Draining, Unloaded or UnloadStuck.</summary>
    public PluginState State => GetState().State;

    /// <summary>Whether what was loaded is, file by file, what came with the product.</summary>
    public bool CameWithProduct { get; init; }

    internal ImmutableArray<string> Uses { get; init; } = [];

    /// <summary>Why it may be loaded.</summary>
    internal string Trust { get; init; } = "";

    internal ImmutableArray<string> Warnings { get; init; } = [];

    /// <summary>What its code refers to that can keep it in memory.</summary>
    internal ImmutableArray<string> PinRisks { get; init; } = [];

    /// <summary>Whether it may be called: it is not stopped. Exchanges that hold it longer than its drain go on without it.</summary>
    internal bool IsCallable => _plugin is not null;

    /// <summary>Takes a reference.</summary>
    /// <exception cref="InvalidOperationException">The plugin has been retired and drained.</exception>
    public void AddReference()
    {
        if (!TryAddReference())
        {
            throw new InvalidOperationException($"Plugin {Id} is no longer in use.");
        }
    }

    /// <summary>Takes a reference if the plugin is still in use by anyone.</summary>
    /// <returns>False if it is drained.</returns>
    public bool TryAddReference()
    {
        var count = Volatile.Read(ref _references);
        while (count > 0)
        {
            var seen = Interlocked.CompareExchange(ref _references, count + 1, count);
            if (seen == count)
            {
                return true;
            }

            count = seen;
        }

        return false;
    }

    /// <summary>Gives a reference back.</summary>
    /// <exception cref="InvalidOperationException">There was none.</exception>
    public void Release()
    {
        var left = Interlocked.Decrement(ref _references);
        if (left == 0)
        {
            _drained.TrySetResult();
        }
        else if (left < 0)
        {
            throw new InvalidOperationException($"A reference to plugin {Id} was released twice.");
        }
    }

    /// <summary>What is shown of it.</summary>
    /// <returns>A snapshot.</returns>
    public PluginStatus GetStatus()
    {
        var (state, reason) = GetState();
        return new PluginStatus
        {
            Id = Id,
            Version = Version,
            State = state,
            Reason = reason,
            Hooks = _hooks,
            Detectors = Manifest.Detectors,
            Capabilities = Manifest.Capabilities,
            Folder = Folder,
            Uses = Uses,
            Warnings = Warnings,
            PinRisks = PinRisks,
            ContentHash = ContentHash,
            Trust = Trust,
            IsIsolated = Isolation is not null,
        };
    }

    /// <summary>Takes the plugin out of use: waits for its references, stops it, disposes its container, drops it and unloads its context.</summary>
    /// <param name="drain">How long to wait for references; after that it is stopped all the same.</param>
    /// <param name="cancellationToken">Ends the waits, not the steps.</param>
    /// <returns>How it went.</returns>
    /// <exception cref="InvalidOperationException">It is already being retired.</exception>
    public async Task<PluginRetirement> RetireAsync(TimeSpan drain, CancellationToken cancellationToken)
    {
        if (Interlocked.Exchange(ref _retiring, 1) != 0)
        {
            throw new InvalidOperationException($"Plugin {Id} is already being retired.");
        }

        _lifecycle = PluginState.Draining;
        Release();
        var drained = await DrainAsync(drain, cancellationToken);
        var failure = await StopAsync(cancellationToken);
        var context = Drop();
        _stopFailure = failure;
        var stuck = HeldBy();
        _reason = stuck ?? failure?.Reason ?? "";
        _lifecycle = stuck is null ? PluginState.Unloaded : PluginState.UnloadStuck;
        return new PluginRetirement(drained, failure?.Reason, context);
    }

    /// <summary>Its code has left memory: nobody reads the copy it was loaded from any more.</summary>
    internal void HasLeft()
    {
        _reason = "";
        _lifecycle = PluginState.Unloaded;
        ShadowStore.Delete(_shadowPath);
    }

    /// <summary>Its code is still in memory although it should have left.</summary>
    /// <returns>What keeps it there, as far as can be told.</returns>
    internal string IsStuck()
    {
        _reason = HeldBy() ?? (PinRisks.IsEmpty
            ? "something outside of it refers to one of its objects: a static field, an event, a timer or a thread"
            : "likely " + string.Join("; or ", PinRisks));
        _lifecycle = PluginState.UnloadStuck;
        return _reason;
    }

    private (PluginState State, string Reason) GetState() => _lifecycle == PluginState.Active ? Faults.GetState() : (_lifecycle, _reason);

    private async Task<bool> DrainAsync(TimeSpan drain, CancellationToken cancellationToken)
    {
        try
        {
            await _drained.Task.WaitAsync(drain, _clock, cancellationToken);
            return true;
        }
        catch (Exception exception) when (exception is TimeoutException or OperationCanceledException)
        {
            return false;
        }
    }

    private async Task<LifecycleFailure?> StopAsync(CancellationToken cancellationToken)
    {
        var plugin = _plugin!;
        try
        {
            return await LifecycleCall.RunAsync("StopAsync", _stopBudget, _clock, token => plugin.StopAsync(started: true, token), cancellationToken);
        }
        catch (OperationCanceledException)
        {
            return new LifecycleFailure("StopAsync was not waited for: the host stops", StillRunning: true);
        }
    }

    private WeakReference Drop()
    {
        var plugin = _plugin!;
        _plugin = null;
        return plugin.Unload();
    }

    private string? HeldBy()
    {
        if (Volatile.Read(ref _references) > 0)
        {
            return "exchanges did not let go of it in time";
        }

        if (Faults.Abandoned > 0)
        {
            return $"{Faults.Abandoned} calls of it never returned";
        }

        return _stopFailure is { StillRunning: true } failure ? failure.Reason : null;
    }
}
