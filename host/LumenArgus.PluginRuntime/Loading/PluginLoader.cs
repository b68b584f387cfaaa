using System.Collections.Immutable;
using LumenArgus.PluginRuntime.Discovery;
using LumenArgus.PluginRuntime.Invocation;
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
    }

    /// <summary>Loads and starts plugins in the order of their dependencies.</summary>
    /// <param name="catalog">What was found.</param>
    /// <param name="cancellationToken">The host stops.</param>
    /// <returns>The set.</returns>
    /// <exception cref="OperationCanceledException">Cancelled; what was loaded so far is stopped.</exception>
    public async Task<PluginSet> LoadAsync(PluginCatalog catalog, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(catalog);
        var active = ImmutableArray.CreateBuilder<PluginHandle>();
        var rejected = ImmutableArray.CreateBuilder<PluginStatus>();
        foreach (var candidate in catalog.Candidates.Where(candidate => candidate.Rejection is not null))
        {
            Reject(candidate, candidate.Rejection!, [], rejected);
        }

        var order = DependencyOrder.Of([.. catalog.Candidates.Where(candidate => candidate.Rejection is null)]);
        foreach (var (candidate, reason) in order.Dropped)
        {
            Reject(candidate, reason, [], rejected);
        }

        try
        {
            foreach (var candidate in order.Ordered)
            {
                await LoadOneAsync(candidate, active, rejected, cancellationToken);
            }
        }
        catch (OperationCanceledException)
        {
            await new PluginSet(active.ToImmutable(), []).RetireAsync(TimeSpan.Zero, CancellationToken.None);
            throw;
        }

        return new PluginSet(active.ToImmutable(), rejected.ToImmutable());
    }

    private async Task LoadOneAsync(
        PluginCandidate candidate,
        ImmutableArray<PluginHandle>.Builder active,
        ImmutableArray<PluginStatus>.Builder rejected,
        CancellationToken cancellationToken)
    {
        var manifest = candidate.Manifest!;
        if (manifest.DependsOn.FirstOrDefault(id => !active.Any(handle => handle.Id == id)) is { } missing)
        {
            Reject(candidate, $"depends on {missing}, which was rejected", [], rejected);
            return;
        }

        ShadowFolder? shadow = null;
        EntryAssemblyReport? report = null;
        try
        {
            PluginGates.CheckManifest(manifest);
            shadow = _shadows.Create(candidate.Id, candidate.Folder);
            report = PluginGates.CheckFiles(manifest, shadow.Path);
        }
        catch (PluginLoadException exception)
        {
            shadow?.Dispose();
            Reject(candidate, exception.Message, report?.Uses ?? [], rejected);
            return;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            shadow?.Dispose();
            Reject(candidate, $"its folder cannot be copied: {exception.Message}", [], rejected);
            return;
        }

        var faults = new PluginFaults(candidate.Id, _options.Quarantine, _clock);
        var (plugin, reason) = await _starter.StartAsync(manifest, shadow, faults, cancellationToken);
        if (plugin is null)
        {
            Reject(candidate, reason, report.Uses, rejected);
            return;
        }

        active.Add(new PluginHandle(manifest, candidate.Folder, plugin, faults, _clock, _options.StopBudget) { Uses = report.Uses, Warnings = candidate.Warnings });
        Log.Loaded(_logger, candidate.Id, manifest.Version, candidate.Folder);
        foreach (var warning in candidate.Warnings)
        {
            Log.Warned(_logger, candidate.Id, warning);
        }
    }

    private void Reject(PluginCandidate candidate, string reason, ImmutableArray<string> uses, ImmutableArray<PluginStatus>.Builder rejected)
    {
        Log.Rejected(_logger, candidate.Id, reason, candidate.Folder);
        rejected.Add(new PluginStatus
        {
            Id = candidate.Id,
            Version = candidate.Manifest?.Version ?? "",
            State = PluginState.Rejected,
            Reason = reason,
            Detectors = candidate.Manifest is { } manifest && !candidate.IsHidden ? manifest.Detectors : [],
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
    }
}
