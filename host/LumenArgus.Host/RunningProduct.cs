using System.Collections.Immutable;
using LumenArgus.Dashboard.Hosting;
using LumenArgus.Host.Dashboards;
using LumenArgus.Host.Reloading;
using LumenArgus.Host.Startup;
using LumenArgus.Host.Telemetry;
using LumenArgus.Inspection.Configuration;
using LumenArgus.Inspection.Configuration.Stored;
using LumenArgus.Inspection.Generations;
using LumenArgus.Inspection.Health;
using LumenArgus.Inspection.Hosting;
using LumenArgus.Inspection.Inspecting;
using LumenArgus.Inspection.Live;
using LumenArgus.Inspection.Modes;
using LumenArgus.Inspection.Records;
using LumenArgus.Inspection.Reloading;
using LumenArgus.Inspection.Rules;
using LumenArgus.Proxy.Control;
using LumenArgus.Proxy.Hosting;
using LumenArgus.Storage.Audit;
using LumenArgus.Storage.Hosting;
using LumenArgus.Storage.Rules;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace LumenArgus.Host;

/// <summary>The composed product: listens first and says that it is starting, then loads the plugins and takes traffic.</summary>
internal sealed class RunningProduct : IAsyncDisposable
{
    private readonly ProxyServer _server;
    private readonly ProductReload _reload;

    private readonly OtlpExport? _export;
    private readonly Func<LumenArgusConfig, LumenArgusConfig> _flags;
    private LumenArgusConfig _files;

    private RunningProduct(ProxyServer server, ProductReload reload, OtlpExport? export, LumenArgusConfig files, Func<LumenArgusConfig, LumenArgusConfig> flags)
    {
        _server = server;
        _reload = reload;
        _export = export;
        (_files, _flags) = (files, flags);
    }

    /// <summary>The port really in use.</summary>
    public int Port => _server.Port;

    /// <summary>The generation in use, to be looked at; a reload replaces it.</summary>
    public Generation Generation => Services.GetRequiredService<CurrentGeneration>().Peek!;

    /// <summary>The audit file; null while none could be created.</summary>
    public string? AuditFile => Services.GetRequiredService<AuditLog>().Path;

    /// <summary>Ends when the first request no longer waits for the just-in-time compiler.</summary>
    public required Task WarmedUp { get; init; }

    /// <summary>Exchanges that have not ended.</summary>
    public long OpenRequests => _server.OpenRequests;

    /// <summary>Switches inspection off and on.</summary>
    public ModeSwitch Mode => Services.GetRequiredService<ModeSwitch>();

    /// <summary>The plugins of the process.</summary>
    public GenerationHost Plugins => Services.GetRequiredService<GenerationHost>();

    /// <summary>What the dashboard asks of the product around it.</summary>
    public ProductControl Control => Services.GetRequiredService<ProductControl>();

    public IServiceProvider Services => _server.Services;

    /// <summary>Starts the product.</summary>
    /// <param name="config">The configuration.</param>
    /// <param name="plugins">Where plugins are looked for.</param>
    /// <param name="loggers">Owned by the caller.</param>
    /// <param name="sinks">Who wants to know of exchanges, beside audit and metrics.</param>
    /// <param name="clock">The clock.</param>
    /// <param name="cancellationToken">Ends the start.</param>
    /// <param name="flags">Puts the flags over a configuration: they go before what was decided in the dashboard; null without any.</param>
    /// <param name="beside">Begins what can be made of the services while plugins are loaded; null for nothing.</param>
    /// <exception cref="ListenException">The address cannot be listened on.</exception>
    /// <exception cref="IOException">The home folder cannot be used.</exception>
    public static async Task<RunningProduct> StartAsync(
        LumenArgusConfig config,
        PluginSearchPath plugins,
        ILoggerFactory loggers,
        IEnumerable<IExchangeSink> sinks,
        TimeProvider clock,
        CancellationToken cancellationToken,
        Func<LumenArgusConfig, LumenArgusConfig>? flags = null,
        Action<IServiceProvider>? beside = null)
    {
        var server = await ProxyServer.StartAsync(BindAddress.Of(config.Proxy), config.Proxy.Port, services =>
        {
            services.AddSingleton(loggers);
            services.AddSingleton(typeof(ILogger<>), typeof(Logger<>));
            services.AddSingleton(clock);
            services.AddSingleton<ProductControl>();
            services.AddSingleton<IProductControl>(static provider => provider.GetRequiredService<ProductControl>());
            services.AddSingleton<IRunningProxy>(static provider => provider.GetRequiredService<ProductControl>());
            services.AddLumenArgus(config, plugins).AddSqliteStore().AddNotifications().AddProxy(new ProductInfo(ProductVersion.Current)).AddDashboard();

            // Behind the product's own: who sees a record here finds it counted already.
            foreach (var sink in sinks)
            {
                services.AddSingleton(sink);
            }
        }, cancellationToken);
        try
        {
            beside?.Invoke(server.Services);
            server.Services.GetRequiredService<AuditRetentionJob>().Start(config.Audit);
            if (server.Services.GetService<StoreService>() is { } store)
            {
                await store.StartAsync(cancellationToken);
            }

            // Before the first generation, with which traffic begins.
            await server.Services.GetRequiredService<ModeSwitch>().RestoreAsync(cancellationToken);

            flags ??= static unchanged => unchanged;
            var decided = flags(await server.Services.GetRequiredService<StoredSettings>().ApplyAsync(config, cancellationToken));
            var generation = await server.Services.GetRequiredService<GenerationHost>().StartAsync(decided, cancellationToken);
            foreach (var reloadable in decided == config ? [] : server.Services.GetServices<IReloadable>())
            {
                // Made with what the files say.
                reloadable.Reload(decided);
            }

            server.Prepare(generation);
            var warmUp = WarmUp.RunAsync(server.Services.GetRequiredService<Inspector>(), generation, cancellationToken);
            server.Services.GetRequiredService<ProductControl>().Attach(
                server, server.Services.GetRequiredService<ModeSwitch>(), server.Services.GetRequiredService<ILiveEvents>());
            return new RunningProduct(server, ActivatorUtilities.CreateInstance<ProductReload>(server.Services, server), OtlpExport.Start(config.Telemetry), config, flags) { WarmedUp = warmUp };
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    /// <summary>Puts another configuration in use, and what is new in the extension folders, without a break in the traffic. Calls come one at a time.</summary>
    /// <param name="wanted">What files and flags say; null reads the table of rules alone.</param>
    /// <param name="cancellationToken">The process ends.</param>
    public Task<ReloadReport> ReloadAsync(LumenArgusConfig? wanted, CancellationToken cancellationToken) => ReloadAsync(wanted, wanted is null ? null : [], cancellationToken);

    /// <summary>Puts another configuration or other plugins in use.</summary>
    /// <param name="wanted">What files and flags say; null keeps the configuration in use.</param>
    /// <param name="again">Plugins to load anew although nothing of them has changed; null does not look for plugins at all.</param>
    /// <param name="cancellationToken">The process ends.</param>
    public async Task<ReloadReport> ReloadAsync(LumenArgusConfig? wanted, ImmutableHashSet<string>? again, CancellationToken cancellationToken)
    {
        if (wanted is null)
        {
            return await _reload.RunAsync(wanted: null, again, cancellationToken);
        }

        var decided = _flags(await Services.GetRequiredService<StoredSettings>().ApplyAsync(wanted, cancellationToken));
        var report = await _reload.RunAsync(decided, again, cancellationToken);
        _files = report.Ok ? wanted : _files;
        return report;
    }

    /// <summary>Puts in use what was decided in the dashboard, over the files as they were read last.</summary>
    /// <param name="again">Plugins to load anew although nothing of them has changed.</param>
    /// <param name="cancellationToken">The process ends.</param>
    public Task<ReloadReport> ReloadStoredAsync(ImmutableHashSet<string> again, CancellationToken cancellationToken) => ReloadAsync(_files, again, cancellationToken);

    /// <summary>Shows in health and metrics how a reload went.</summary>
    public void Record(ReloadReport report) => Services.GetRequiredService<ReloadStatus>().Record(report);

    /// <summary>Shows in health which keys of the files mean nothing: one of them can be the protection that somebody believes in.</summary>
    public void RecordUnknownKeys(IEnumerable<ConfigProblem> warnings) => Services.GetRequiredService<HealthReasons>().Set(
        "configuration", warnings.Where(static warning => warning.IsUnknownKey).ToList() is { Count: > 0 } unknown ? string.Join("; ", unknown) : null);

    /// <summary>Shows in health that the log file cannot be written; null when it can.</summary>
    public void RecordLogFile(string? fault) => Services.GetRequiredService<HealthReasons>().Set("log file", fault);

    /// <summary>Shows in health whether the table of rules is in use. That the files could not be read before stays as it is.</summary>
    public void RecordRules(ReloadReport report) => Services.GetRequiredService<HealthReasons>().Set(
        "rules", report.Ok ? null : "the table of rules could not be put in use: " + string.Join("; ", report.Errors));

    /// <summary>Shows in health whether the extension folders could be looked through. What is wrong with a plugin stands in the generation.</summary>
    public void RecordPlugins(ReloadReport report) => Services.GetRequiredService<HealthReasons>().Set(
        "plugins", report.Ok ? null : "the plugins could not be reloaded: " + string.Join("; ", report.Errors));

    /// <summary>Follows the table of rules from now on.</summary>
    /// <param name="rebuild">Reads the table alone; never throws.</param>
    /// <returns>Ends that; null where there is no table.</returns>
    public RuleTableWatch? WatchRules(Func<Task> rebuild) =>
        Services.GetService<IRuleStore>() is null ? null : ActivatorUtilities.CreateInstance<RuleTableWatch>(Services, rebuild);

    /// <summary>Stops to accept, waits for open exchanges, then cuts what is left.</summary>
    /// <param name="drain">How long to wait.</param>
    public Task StopAsync(TimeSpan drain) => _server.StopAsync(drain);

    public ValueTask DisposeAsync()
    {
        // While the instruments are there: this sends what is left.
        _export?.Dispose();
        return _server.DisposeAsync();
    }
}
