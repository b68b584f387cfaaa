using System.Collections.Immutable;
using LumenArgus.Abstractions.Model;
using LumenArgus.Inspection.Configuration;
using LumenArgus.Inspection.Mcp;
using LumenArgus.Inspection.PluginServices;
using LumenArgus.Inspection.Rules;
using LumenArgus.PluginRuntime.Discovery;
using LumenArgus.PluginRuntime.Invocation;
using LumenArgus.PluginRuntime.Isolation;
using LumenArgus.PluginRuntime.Loading;
using LumenArgus.PluginRuntime.Manifests;
using LumenArgus.PluginRuntime.Trust;
using LumenArgus.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;

namespace LumenArgus.Inspection.Generations;

/// <summary>Owns the plugins of the process: loads them, puts the first generation in use, replaces plugins, retires all at the end.</summary>
public sealed partial class GenerationHost(
    PluginSearchPath searchPath,
    GenerationBuilder builder,
    CurrentGeneration current,
    IRuleTable rules,
    IMcpToolListSource toolLists,
    TimeProvider clock,
    ILoggerFactory loggers,
    HostServiceFactory? services = null,
    StoreStatus? store = null) : IAsyncDisposable
{
    private static readonly TimeSpan RetireDrain = TimeSpan.FromSeconds(5);

    // Longer than any decision takes. Who still holds a plugin then holds a response for it, and goes on without.
    private static readonly TimeSpan SwapDrain = TimeSpan.FromMinutes(1);

    private readonly ILogger _logger = loggers.CreateLogger<GenerationHost>();
    private readonly UnloadWatch _unloads = new(clock, loggers.CreateLogger<UnloadWatch>());
    private readonly CancellationTokenSource _ending = new();
    private readonly Lock _lock = new();
    private readonly List<(PluginHandle Plugin, Task Ending)> _leaving = [];
    private readonly Dictionary<string, IConfiguration> _configurations = new(StringComparer.Ordinal);
    private PluginLoader? _loader;
    private PluginSwitches _switches = PluginSwitches.None;
    private LumenArgusConfig? _settings;
    private PluginsConfig _config = new();
    private PluginSet _plugins = PluginSet.Empty;

    /// <summary>What came with the product. Default: as its build recorded it beside the executable.</summary>
    public ShippedPlugins Shipped { get; init; } = ShippedPlugins.Read(AppContext.BaseDirectory);

    /// <summary>The plugins in use.</summary>
    public PluginSet Plugins => _plugins;

    /// <summary>Sees whether the code of plugins that were taken out of use leaves memory.</summary>
    public UnloadWatch Unloads => _unloads;

    /// <summary>Loads the plugins and puts the generation built from them in use.</summary>
    /// <param name="config">The configuration.</param>
    /// <param name="cancellationToken">The process ends.</param>
    /// <returns>The generation, now current.</returns>
    public async Task<Generation> StartAsync(LumenArgusConfig config, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(config);
        _plugins = (await UpdateAsync(config, [], cancellationToken)).Next;
        var generation = await PrepareAsync(config, cancellationToken);
        current.Swap(generation);
        return generation;
    }

    /// <summary>Looks through the folders again and starts what is new in them, beside what runs. Nothing of it is in use yet.</summary>
    /// <param name="config">The configuration that new plugins get; a plugin that has not changed keeps the one it has.</param>
    /// <param name="again">Identifiers of plugins to load anew although nothing of them has changed.</param>
    /// <param name="cancellationToken">The process ends.</param>
    /// <returns>What to give to <see cref="Use"/> or <see cref="GiveUp"/>.</returns>
    public Task<PluginUpdate> UpdateAsync(LumenArgusConfig config, ImmutableHashSet<string> again, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(config);
        if (PluginSwitches.TryRead(config.Analytics, out var problem) is { } read)
        {
            _switches = read;
        }
        else
        {
            // What an operator has switched off does not come back because the database is away for a moment.
            Log.SwitchesUnread(_logger, problem is null ? "" : store?.ShortReason(problem) ?? problem);
        }

        (_settings, _config) = (config, config.Plugins);
        _loader ??= new PluginLoader(LoaderOptions(), clock, loggers);
        return _loader.UpdateAsync(_plugins, Configure(Find(), config), again, cancellationToken);
    }

    /// <summary>Builds the next generation with the plugins that run, and does not use it yet. They are neither loaded nor started again.</summary>
    /// <param name="config">Its configuration.</param>
    /// <param name="cancellationToken">The process ends.</param>
    /// <returns>The generation, to be given to <see cref="Use"/> or released.</returns>
    public Task<Generation> PrepareAsync(LumenArgusConfig config, CancellationToken cancellationToken) => PrepareAsync(config, _plugins, previous: null, cancellationToken);

    /// <summary>Builds the next generation, and does not use it yet.</summary>
    /// <param name="config">Its configuration.</param>
    /// <param name="plugins">Its plugins.</param>
    /// <param name="previous">The generation from which is taken over what stays the same; null for the one in use.</param>
    /// <param name="cancellationToken">The process ends.</param>
    /// <returns>The generation, to be given to <see cref="Use"/> or released.</returns>
    public async Task<Generation> PrepareAsync(LumenArgusConfig config, PluginSet plugins, Generation? previous, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(config);
        var read = await builder.ReadRulesAsync(plugins, cancellationToken);

        // A plugin whose rules could not be read has not dropped them.
        var sets = read.Where(static plugin => plugin.Part.Status == PluginCallStatus.Ok).Select(static plugin => new PluginRuleSet(plugin.Plugin.Id, plugin.Part.Rules));
        var table = await rules.ReadAsync(new RuleOrigins([.. sets], config.CustomRules, config.Rules.AutoImport), cancellationToken);

        // What an operator has switched off does not come back because the database is away for a moment.
        var lists = await toolLists.ReadAsync(cancellationToken);
        var licence = await builder.CheckLicenceAsync(plugins, cancellationToken);
        return Build(config, plugins, read, table ?? current.Peek?.Table, lists ?? current.Peek?.ToolLists.Table, licence, previous ?? current.Peek);
    }

    /// <summary>Builds a generation to try plugins with: the table of rules stays as it is, so that nothing is lost if they are refused.</summary>
    /// <param name="config">Its configuration.</param>
    /// <param name="plugins">Its plugins.</param>
    /// <param name="cancellationToken">The process ends.</param>
    /// <returns>The generation, to be released.</returns>
    public async Task<Generation> PrepareTrialAsync(LumenArgusConfig config, PluginSet plugins, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(config);
        var read = await builder.ReadRulesAsync(plugins, cancellationToken);
        return Build(config, plugins, read, current.Peek?.Table, current.Peek?.ToolLists.Table, current.Peek?.Licence, current.Peek);
    }

    /// <summary>Puts a generation in use, and what was started for it; plugins that are no longer in it end when the last exchange has let go of them.</summary>
    /// <param name="next">The generation.</param>
    /// <param name="update">What was started for it; null where the plugins are the same.</param>
    public void Use(Generation next, PluginUpdate? update)
    {
        ArgumentNullException.ThrowIfNull(next);
        _plugins = next.Plugins;
        current.Swap(next);
        if (update is not null)
        {
            Retire(update.Leaving, SwapDrain);
            Retire(update.Discarded, TimeSpan.Zero);
        }
    }

    /// <summary>Ends what was started for a generation that is not put in use. The generation itself is released first.</summary>
    /// <param name="update">What was started.</param>
    public void GiveUp(PluginUpdate update)
    {
        ArgumentNullException.ThrowIfNull(update);
        Retire(update.Fresh.Concat(update.Discarded), TimeSpan.Zero);
    }

    /// <summary>What is shown of plugins that were taken out of use and have not left yet.</summary>
    /// <returns>Those that drain, and those whose code is in memory.</returns>
    public ImmutableArray<PluginStatus> GetLeaving()
    {
        lock (_lock)
        {
            _leaving.RemoveAll(static each => each.Ending.IsCompleted);
            return [.. _leaving.Select(static each => each.Plugin.GetStatus()), .. _unloads.GetStatus()];
        }
    }

    /// <summary>Takes the generation out of use and retires the plugins.</summary>
    /// <returns>A task that ends when all plugins are stopped.</returns>
    public async ValueTask DisposeAsync()
    {
        current.Dispose();
        await _ending.CancelAsync();
        await WhenLeftAsync();
        await _plugins.RetireAsync(RetireDrain, CancellationToken.None);
        _plugins = PluginSet.Empty;
        _unloads.Dispose();
        _ending.Dispose();
    }

    /// <summary>Waits until the plugins that were taken out of use up to now have ended.</summary>
    internal Task WhenLeftAsync()
    {
        lock (_lock)
        {
            return Task.WhenAll(_leaving.Select(static each => each.Ending));
        }
    }

    private Generation Build(
        LumenArgusConfig config,
        PluginSet plugins,
        ImmutableArray<PluginPart<PluginRules>> read,
        RuleTableSnapshot? table,
        McpToolListTable? lists,
        LicenceState? licence,
        Generation? previous) =>
        builder.Build(new GenerationInputs
        {
            Config = config,
            Plugins = plugins,
            Rules = read,
            Table = table,
            ToolLists = lists,
            Licence = licence,
            Previous = previous,
        });

    private void Retire(IEnumerable<PluginHandle> plugins, TimeSpan drain)
    {
        lock (_lock)
        {
            _leaving.RemoveAll(static each => each.Ending.IsCompleted);
            foreach (var plugin in plugins)
            {
                _leaving.Add((plugin, RetireAsync(plugin, drain)));
            }
        }
    }

    private async Task RetireAsync(PluginHandle plugin, TimeSpan drain)
    {
        // Not inside the lock of who asks: a plugin's stop is its own code.
        await Task.Yield();
        _unloads.Add(plugin, await plugin.RetireAsync(drain, _ending.Token));
    }

    private PluginLoaderOptions LoaderOptions()
    {
        var options = new PluginLoaderOptions
        {
            DataDirectory = searchPath.DataDirectory,
            Configuration = manifest => _configurations[manifest.Id],
            FindSetting = (manifest, message) => PluginConfiguration.FindPlace(_settings!, manifest.Id, manifest.Detectors, message),
            Isolation = IsolationOf,
            Trust = TrustGates.For(_config, searchPath.DataDirectory),
            Shipped = Shipped,
        };
        return services is null ? options : options with { HostServices = services.For };
    }

    private PluginCatalog Find()
    {
        var found = PluginCatalog.Discover(searchPath.Folders);
        return searchPath.Only is { } only ? found.Only(only) : found;
    }

    private IsolationOptions? IsolationOf(PluginManifest manifest)
    {
        var own = _config.ById.GetValueOrDefault(manifest.Id, PluginConfig.Default);
        return (own.Isolation ?? manifest.Isolation) == PluginIsolation.None ? null : new IsolationOptions
        {
            MemoryBytes = (own.ProcessMemoryMb ?? _config.ProcessMemoryMb) * 1024L * 1024,
            CallBudget = TimeSpan.FromMilliseconds(own.ProcessCallMs ?? _config.ProcessCallMs),
        };
    }

    /// <summary>All plugins that were found, with what speaks against loading them.</summary>
    private PluginCatalog Configure(PluginCatalog found, LumenArgusConfig config) => new()
    {
        Candidates = [.. found.Candidates.Select(candidate =>
        {
            if (_switches.OffReason(candidate.Id, config) is { } off)
            {
                return candidate with { Rejection = candidate.IsHidden ? candidate.Rejection : off, IsDisabled = !candidate.IsHidden };
            }

            if (candidate.Rejection is not null || candidate.Manifest is not { } manifest)
            {
                return candidate;
            }

            var result = PluginConfiguration.For(config, manifest.Id, manifest.Detectors, Environment.GetEnvironmentVariable);
            _configurations[manifest.Id] = result.Configuration;
            return result.Errors.IsEmpty ? candidate : candidate with { Rejection = string.Join("; ", result.Errors) };
        })],
    };

    private static partial class Log
    {
        [LoggerMessage(
            EventId = 2060,
            EventName = nameof(SwitchesUnread),
            Level = LogLevel.Warning,
            Message = "Which plugins are switched off cannot be read, what was read before counts: {Problem}")]
        public static partial void SwitchesUnread(ILogger logger, string problem);
    }
}
