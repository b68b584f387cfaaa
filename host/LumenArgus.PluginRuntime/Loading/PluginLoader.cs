using System.Collections.Immutable;
using LumenArgus.PluginRuntime.Discovery;
using LumenArgus.PluginRuntime.Invocation;
using LumenArgus.PluginRuntime.Isolation;
using LumenArgus.PluginRuntime.Manifests;
using Microsoft.Extensions.Logging;

namespace LumenArgus.PluginRuntime.Loading;

/// <summary>
/// Turns candidates into a set of running plugins. A plugin that fails is listed with its reason; nothing a plugin does here stops the host.
/// </summary>
public sealed partial class PluginLoader
{
    private readonly PluginLoaderOptions _options;
    private readonly TimeProvider _clock;
    private readonly ILogger _logger;
    private readonly ShadowStore _shadows;
    private readonly PluginStarter _starter;
    private readonly IsolatedPluginStarter _isolated;

    /// <summary>Creates a loader and deletes stale copies of plugins.</summary>
    /// <param name="options">What it needs from the host.</param>
    /// <param name="clock">Time of budgets and faults; handed to plugins.</param>
    /// <param name="loggers">Gives the loader's logger and one of category <c>Plugin.&lt;id&gt;</c> for each plugin.</param>
    public PluginLoader(PluginLoaderOptions options, TimeProvider clock, ILoggerFactory loggers)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(loggers);
        _options = options;
        _clock = clock;
        _logger = loggers.CreateLogger("LumenArgus.PluginRuntime");
        _shadows = new ShadowStore(options.DataDirectory);
        _shadows.DeleteStale();
        _starter = new PluginStarter(options, clock, loggers);
        _isolated = new IsolatedPluginStarter(options, clock, loggers);
    }

    /// <summary>Loads and starts plugins in the order of their dependencies.</summary>
    /// <param name="catalog">What was found.</param>
    /// <param name="cancellationToken">The host stops.</param>
    /// <returns>The set.</returns>
    /// <exception cref="OperationCanceledException">Cancelled; what was loaded so far is stopped.</exception>
    public async Task<PluginSet> LoadAsync(PluginCatalog catalog, CancellationToken cancellationToken) =>
        (await UpdateAsync(PluginSet.Empty, catalog, [], cancellationToken)).Next;

    /// <summary>
    /// Compares what was found with the plugins that run. Those whose folder has the same content stay as they are, new and changed ones are loaded and started beside them.
    /// One that cannot be loaded leaves the running one in the set.
    /// </summary>
    /// <param name="running">The plugins that run.</param>
    /// <param name="catalog">What was found.</param>
    /// <param name="again">Identifiers of plugins to load anew although nothing has changed.</param>
    /// <param name="cancellationToken">The host stops.</param>
    /// <returns>The next set, for the caller to put in use or to give up.</returns>
    /// <exception cref="OperationCanceledException">Cancelled; what was loaded for it is stopped.</exception>
    public async Task<PluginUpdate> UpdateAsync(PluginSet running, PluginCatalog catalog, ImmutableHashSet<string> again, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(running);
        ArgumentNullException.ThrowIfNull(catalog);
        ArgumentNullException.ThrowIfNull(again);
        var plan = PluginPlan.Of(running, catalog);
        var round = new LoadRound(running, again);
        foreach (var (candidate, reason) in plan.Rejected)
        {
            Reject(candidate, reason, [], round);
        }

        foreach (var (candidate, reason) in plan.Refused)
        {
            Refuse(candidate, reason, running.Find(candidate.Id)!, round);
        }

        try
        {
            foreach (var planned in plan.Ordered)
            {
                await PlaceAsync(planned, round, cancellationToken);
            }
        }
        catch (OperationCanceledException)
        {
            await new PluginSet(round.Fresh.ToImmutable(), [], []).RetireAsync(TimeSpan.Zero, CancellationToken.None);
            throw;
        }

        return round.Finish();
    }

    private async Task PlaceAsync(PlannedPlugin planned, LoadRound round, CancellationToken cancellationToken)
    {
        var (candidate, running, isKept) = planned;
        if (candidate.Manifest!.DependsOn.FirstOrDefault(id => !round.Has(id)) is { } missing)
        {
            Reject(candidate, $"depends on {missing}, which was rejected", [], round);
        }
        else if (isKept)
        {
            round.Active.Add(running!);
        }
        else if (running is not null && !round.Again.Contains(candidate.Id) && HasContentOf(running, candidate))
        {
            running.Folder = candidate.Folder;
            round.Active.Add(running);
        }
        else
        {
            await LoadOneAsync(candidate, running, round, cancellationToken);
        }
    }

    private static bool HasContentOf(PluginHandle running, PluginCandidate candidate)
    {
        try
        {
            return ShadowStore.HashOf(candidate.Folder) == running.ContentHash;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return false; // copying it will say what is wrong
        }
    }

    private async Task LoadOneAsync(PluginCandidate candidate, PluginHandle? running, LoadRound round, CancellationToken cancellationToken)
    {
        var manifest = candidate.Manifest!;
        ShadowFolder? shadow = null;
        EntryAssemblyReport? report = null;
        var isolation = _options.Isolation(manifest);
        string trust;
        try
        {
            PluginGates.CheckManifest(manifest);
            _options.Trust.CheckFolder(candidate.Folder);
            if (isolation is not null)
            {
                IsolationRules.Check(manifest);
            }

            shadow = _shadows.Create(candidate.Id, candidate.Folder);
            trust = _options.Trust.Check(manifest, shadow.Path, shadow.ContentHash);
            report = PluginGates.CheckFiles(manifest, shadow.Path);
        }
        catch (PluginLoadException exception)
        {
            shadow?.Dispose();
            NotLoaded(exception.Message);
            return;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            shadow?.Dispose();
            NotLoaded($"its folder cannot be copied: {exception.Message}");
            return;
        }

        var faults = new PluginFaults(candidate.Id, _options.Quarantine, _clock);
        var (plugin, failure) = isolation is null
            ? await _starter.StartAsync(manifest, shadow, faults, cancellationToken)
            : await _isolated.StartAsync(manifest, shadow, isolation, faults, cancellationToken);
        if (plugin is null)
        {
            candidate = candidate with { IsDisabled = running is null && failure!.IsNotConfigured };
            NotLoaded(failure!.Said is { } said && _options.FindSetting(manifest, said) is { } place ? $"{failure.Reason} ({place})" : failure.Reason);
            return;
        }

        round.Add(new PluginHandle(manifest, candidate.Folder, plugin, faults, _clock, _options.StopBudget)
        {
            Uses = report.Uses,
            Warnings = candidate.Warnings,
            PinRisks = report.PinRisks,
            Trust = trust,
            CameWithProduct = CameWithProduct(candidate.Id, shadow.Path),
        });
        Log.Loaded(_logger, candidate.Id, manifest.Version, candidate.Folder);
        foreach (var warning in candidate.Warnings)
        {
            Log.Warned(_logger, candidate.Id, warning);
        }

        void NotLoaded(string why)
        {
            if (running is null)
            {
                Reject(candidate, why, report?.Uses ?? [], round);
            }
            else
            {
                Refuse(candidate, why, running, round);
                round.Active.Add(running);
            }
        }
    }

    private bool CameWithProduct(string id, string folder)
    {
        try
        {
            return _options.Shipped.ProblemOf(id, folder) is null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return false; // treated like anybody's
        }
    }

    private void Refuse(PluginCandidate candidate, string reason, PluginHandle running, LoadRound round)
    {
        var refusal = new PluginRefusal(candidate.Id, candidate.Manifest?.Version ?? "", reason, candidate.Folder);
        Log.Refused(_logger, candidate.Id, running.Version, refusal.ToString(), candidate.Folder);
        round.Refusals.Add(refusal);
    }

    private void Reject(PluginCandidate candidate, string reason, ImmutableArray<string> uses, LoadRound round)
    {
        if (!candidate.IsDisabled)
        {
            Log.Rejected(_logger, candidate.Id, reason, candidate.Folder);
        }

        round.Rejected.Add(new PluginStatus
        {
            Id = candidate.Id,
            Version = candidate.Manifest?.Version ?? "",
            State = candidate.IsDisabled ? PluginState.Disabled : PluginState.Rejected,
            Reason = reason,
            Detectors = candidate is { Manifest: { } manifest, IsHidden: false, IsDisabled: false } ? manifest.Detectors : [],
            Capabilities = candidate is { Manifest: { } wanted, IsHidden: false, IsDisabled: false } ? wanted.Capabilities : [],
            Folder = candidate.Folder,
            Uses = uses,
            Warnings = candidate.Warnings,
        });
    }

    private static partial class Log
    {
        [LoggerMessage(EventId = 3000, EventName = nameof(Loaded), Level = LogLevel.Information, Message = "Loaded plugin {PluginId} {Version} from {Folder}")]
        public static partial void Loaded(ILogger logger, string pluginId, string version, string folder);

        [LoggerMessage(EventId = 3001, EventName = nameof(Rejected), Level = LogLevel.Warning, Message = "Plugin {PluginId} is not loaded: {Reason} ({Folder})")]
        public static partial void Rejected(ILogger logger, string pluginId, string reason, string folder);

        [LoggerMessage(EventId = 3002, EventName = nameof(Warned), Level = LogLevel.Warning, Message = "Plugin {PluginId}: {Warning}")]
        public static partial void Warned(ILogger logger, string pluginId, string warning);

        [LoggerMessage(EventId = 3003, EventName = nameof(Refused), Level = LogLevel.Error, Message = "Plugin {PluginId} {Version} stays in use: {Refusal} ({Folder})")]
        public static partial void Refused(ILogger logger, string pluginId, string version, string refusal, string folder);
    }
}
