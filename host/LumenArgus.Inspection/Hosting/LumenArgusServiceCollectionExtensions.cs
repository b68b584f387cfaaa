using LumenArgus.Abstractions.Host;
using LumenArgus.Forwarding.Bodies;
using LumenArgus.Inspection.Agents;
using LumenArgus.Inspection.Configuration;
using LumenArgus.Inspection.Configuration.Stored;
using LumenArgus.Inspection.DashboardParts;
using LumenArgus.Inspection.Fingerprints;
using LumenArgus.Inspection.Generations;
using LumenArgus.Inspection.Health;
using LumenArgus.Inspection.Hosting;
using LumenArgus.Inspection.Inspecting;
using LumenArgus.Inspection.Live;
using LumenArgus.Inspection.Mcp;
using LumenArgus.Inspection.Modes;
using LumenArgus.Inspection.PluginServices;
using LumenArgus.Inspection.Records;
using LumenArgus.Inspection.Reloading;
using LumenArgus.Inspection.Responses;
using LumenArgus.Inspection.Rules;
using LumenArgus.Inspection.Telemetry;
using LumenArgus.PluginRuntime.Invocation;
using LumenArgus.PluginRuntime.Lanes;
using LumenArgus.Storage;
using LumenArgus.Storage.Audit;
using LumenArgus.Storage.Hashing;
using LumenArgus.Storage.Overrides;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds the inspection of exchanges: plugins, generations, scan lanes, records.</summary>
public static class LumenArgusServiceCollectionExtensions
{
    /// <summary>Adds inspection.</summary>
    /// <param name="services">The services of the product. No plugin's type ever comes in here.</param>
    /// <param name="start">The configuration at start.</param>
    /// <param name="plugins">Where plugins are looked for.</param>
    /// <returns>A builder for further parts.</returns>
    public static ILumenArgusBuilder AddLumenArgus(this IServiceCollection services, LumenArgusConfig start, PluginSearchPath plugins)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(plugins);
        services.TryAddSingleton<CurrentGeneration>();
        services.TryAddSingleton<GenerationBuilder>();
        services.TryAddSingleton<GenerationHost>();
        services.TryAddSingleton<HostServiceFactory>();
        services.TryAddSingleton<PluginPages>();
        services.TryAddSingleton<PluginApis>();
        services.TryAddSingleton<PluginAuthentication>();
        services.TryAddSingleton<AgentAuthenticator>();
        services.TryAddSingleton<IRuleTable, NoRuleTable>();
        services.TryAddSingleton<IMcpToolListSource, NoMcpToolLists>();
        services.TryAddSingleton<ILicence, CheckedLicence>();
        services.TryAddSingleton<ILiveEvents, NoLiveEvents>();
        services.TryAddSingleton<StoredSettings>();
        services.TryAddSingleton<HealthReasons>();
        services.TryAddSingleton<ReloadStatus>();
        services.TryAddSingleton<ConfigReloadHooks>();
        services.TryAddSingleton<PluginSelfTest>();
        services.TryAddSingleton<PluginReload>();
        services.AddSingleton<IReloadable, BodyBudgetReload>();
        services.AddSingleton<IReloadable, AuditReload>();
        services.TryAddSingleton<FaultReports>();
        services.TryAddSingleton(static provider => new PluginInvoker(
            provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<ILoggerFactory>().CreateLogger<PluginInvoker>()));
        services.TryAddSingleton(static provider => new ScanLanes(
            new ScanLanesOptions(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILoggerFactory>().CreateLogger<ScanLanes>()));
        services.TryAddSingleton(_ => new BodyBudget(start.Proxy.BodyMemory));
        services.TryAddSingleton<PreRequestHooks>();
        services.TryAddSingleton<PluginProviders>();
        services.TryAddSingleton<WebSocketHooks>();
        services.TryAddSingleton<ConversationMemory>();
        services.TryAddSingleton<Inspector>();
        services.TryAddSingleton<LabelScan>();
        services.TryAddSingleton<ResponseScanner>();
        services.TryAddSingleton<ResponseHookStep>();
        services.TryAddSingleton<ResponseChunkStep>();
        services.TryAddSingleton<PluginHealth>();
        services.TryAddSingleton<PluginMetrics>();
        services.TryAddSingleton<TraceHooks>();
        return new Builder(services, start).AddRecords().AddHashing();
    }

    private static Builder AddRecords(this Builder builder)
    {
        var directory = builder.Start.Audit.LogDir;
        var options = AuditSettings.OptionsOf(builder.Start.Audit);

        // The log itself tells of its faults: the answer to a line that nobody waits for says nothing about the disk.
        builder.Services.TryAddSingleton(provider => new AuditLog(
            directory, provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<FaultReports>().Audit, options));
        builder.Services.TryAddSingleton<AuditRetentionJob>();
        builder.Services.TryAddSingleton<AuditTrail>();
        builder.Services.TryAddSingleton<ExchangeRecorder>();
        builder.Services.TryAddSingleton(static provider => new ModeSwitch(
            provider.GetRequiredService<ExchangeRecorder>(),
            provider.GetRequiredService<HealthReasons>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILoggerFactory>().CreateLogger<ModeSwitch>(),
            provider.GetService<IConfigOverrideStore>()));
        return builder;
    }

    private static Builder AddHashing(this Builder builder)
    {
        builder.Services.TryAddSingleton(static provider =>
        {
            var key = HashKey.LoadOrCreate(Path.Combine(provider.GetRequiredService<PluginSearchPath>().DataDirectory, LumenArgusHome.HashKeyName));
            provider.GetRequiredService<FaultReports>().HashKey(key.Problem);
            return key;
        });
        builder.Services.TryAddSingleton<StoreStatus>();
        return builder;
    }

    private sealed record Builder(IServiceCollection Services, LumenArgusConfig Start) : ILumenArgusBuilder;
}
