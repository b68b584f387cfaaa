using System.Collections.Immutable;
using Microsoft.Extensions.Logging;

namespace LumenArgus.PluginRuntime.Loading;

/// <summary>
/// Watches whether the code of plugins that were taken out of use really leaves memory. It looks at collections that happen anyway; only where an idle process has
/// none for ten minutes it asks for one in the background. Holds no object of a plugin.
/// </summary>
public sealed partial class UnloadWatch : IDisposable
{
    // A context leaves in steps: unreachable, finalised, freed. A third full collection finds nothing to do for one that is free to go.
    private const int CollectionsToLeave = 3;

    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    private readonly Lock _lock = new();
    private readonly List<Entry> _entries = [];
    private readonly TimeProvider _clock;
    private readonly ILogger _logger;
    private readonly ITimer _timer;
    private long _left;

    /// <summary>Watches nothing yet.</summary>
    /// <param name="clock">The clock.</param>
    /// <param name="logger">Told of those that left, and of those that did not.</param>
    public UnloadWatch(TimeProvider clock, ILogger logger)
    {
        ArgumentNullException.ThrowIfNull(clock);
        _clock = clock;
        _logger = logger;
        _timer = clock.CreateTimer(static watch => ((UnloadWatch)watch!).Look(), this, Interval, Interval);
    }

    /// <summary>Plugins whose code has left memory.</summary>
    public long Left => Interlocked.Read(ref _left);

    /// <summary>Plugins whose code should have left memory and is still there.</summary>
    public int Stuck
    {
        get
        {
            lock (_lock)
            {
                return _entries.Count(static entry => entry.Plugin.State == PluginState.UnloadStuck);
            }
        }
    }

    /// <summary>Full collections so far; tests count for themselves.</summary>
    internal Func<int> Collections { get; init; } = static () => GC.CollectionCount(2);

    /// <summary>Asks for a full collection that stops nobody.</summary>
    internal Action Collect { get; init; } = static () => GC.Collect(2, GCCollectionMode.Forced, blocking: false);

    /// <summary>Watches a plugin that was taken out of use.</summary>
    /// <param name="plugin">Its handle, which is text only by now.</param>
    /// <param name="retirement">How taking it out of use went.</param>
    public void Add(PluginHandle plugin, PluginRetirement retirement)
    {
        ArgumentNullException.ThrowIfNull(plugin);
        ArgumentNullException.ThrowIfNull(retirement);
        if (retirement.Problem is { } problem)
        {
            Log.StopFailed(_logger, plugin.Id, plugin.Version, problem);
        }

        lock (_lock)
        {
            _entries.Add(new Entry(plugin, retirement.Context, _clock.GetTimestamp(), Collections()));
        }
    }

    /// <summary>What is shown of the plugins that have not left memory.</summary>
    /// <returns>Those that may still leave too.</returns>
    public ImmutableArray<PluginStatus> GetStatus()
    {
        lock (_lock)
        {
            return [.. _entries.Where(static entry => entry.Context.IsAlive).Select(static entry => entry.Plugin.GetStatus())];
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _timer.Dispose();

    /// <summary>Contexts that are still in memory, whether they should be or not.</summary>
    internal int CountAlive()
    {
        lock (_lock)
        {
            return _entries.Count(static entry => entry.Context.IsAlive);
        }
    }

    /// <summary>Sees what has left.</summary>
    internal void Look()
    {
        var asks = false;
        lock (_lock)
        {
            _entries.RemoveAll(entry =>
            {
                if (!entry.Context.IsAlive)
                {
                    Interlocked.Increment(ref _left);
                    entry.Plugin.HasLeft();
                    Log.Unloaded(_logger, entry.Plugin.Id, entry.Plugin.Version);
                    return true;
                }

                asks |= IsLate(entry);
                return false;
            });
        }

        if (asks)
        {
            Collect();
        }
    }

    // True if a collection is needed to tell.
    private bool IsLate(Entry entry)
    {
        var age = _clock.GetElapsedTime(entry.RetiredAt);
        if (age < Grace || entry.IsTold)
        {
            return false;
        }

        if (Collections() - entry.CollectionsBefore < CollectionsToLeave)
        {
            return age >= Patience;
        }

        entry.IsTold = true;
        Log.UnloadStuck(_logger, entry.Plugin.Id, entry.Plugin.Version, entry.Plugin.IsStuck());
        return false;
    }

    private sealed class Entry(PluginHandle plugin, WeakReference context, long retiredAt, int collectionsBefore)
    {
        public PluginHandle Plugin { get; } = plugin;

        public WeakReference Context { get; } = context;

        public long RetiredAt { get; } = retiredAt;

        public int CollectionsBefore { get; } = collectionsBefore;

        public bool IsTold { get; set; }
    }

    private static partial class Log
    {
        [LoggerMessage(EventId = 3004, EventName = nameof(Unloaded), Level = LogLevel.Debug, Message = "Plugin {PluginId} {Version} has left memory")]
        public static partial void Unloaded(ILogger logger, string pluginId, string version);

        [LoggerMessage(EventId = 3005, EventName = nameof(UnloadStuck), Level = LogLevel.Warning, Message = "Plugin {PluginId} {Version} was taken out of use and stays in memory: {Reason}")]
        public static partial void UnloadStuck(ILogger logger, string pluginId, string version, string reason);

        [LoggerMessage(EventId = 3006, EventName = nameof(StopFailed), Level = LogLevel.Warning, Message = "Plugin {PluginId} {Version} did not end well: {Problem}")]
        public static partial void StopFailed(ILogger logger, string pluginId, string version, string problem);
    }
}
