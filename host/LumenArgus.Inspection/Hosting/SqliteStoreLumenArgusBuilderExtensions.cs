using LumenArgus.Inspection.FindingStores;
using LumenArgus.Inspection.Generations;
using LumenArgus.Inspection.Health;
using LumenArgus.Inspection.Hosting;
using LumenArgus.Inspection.Mcp;
using LumenArgus.Inspection.Records;
using LumenArgus.Inspection.Rules;
using LumenArgus.PluginRuntime.Invocation;
using LumenArgus.Storage;
using LumenArgus.Storage.Database;
using LumenArgus.Storage.Findings;
using LumenArgus.Storage.Hashing;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds the database.</summary>
public static class SqliteStoreLumenArgusBuilderExtensions
{
    /// <summary>Adds the stores, what records findings in them, and the table of rules; nothing where the configuration says that there is no database.</summary>
    /// <param name="builder">The composition.</param>
    /// <returns>The same builder.</returns>
    public static ILumenArgusBuilder AddSqliteStore(this ILumenArgusBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var start = builder.Start;
        if (!start.Analytics.Enabled)
        {
            return builder;
        }

        builder.AddDatabase();
        AddFindingStores(builder.Services);
        builder.Services.AddSingleton<IExchangeSink>(provider => new FindingRecorder(
            start,
            provider.GetRequiredService<CurrentGeneration>(),
            provider.GetRequiredService<IFindingWriter>(),
            provider.GetRequiredService<HashKey>(),
            provider.GetRequiredService<TimeProvider>()));
        builder.Services.AddSingleton<IExchangeSink, RuleHits>();
        builder.Services.AddSingleton<IExchangeSink, McpRecorder>();
        builder.Services.Replace(ServiceDescriptor.Singleton<IRuleTable, StoreRuleTable>());
        builder.Services.Replace(ServiceDescriptor.Singleton<IMcpToolListSource, StoreMcpToolLists>());
        return builder;
    }

    // A plugin can keep the findings in the place of the database; what asks for findings need not know.
    private static void AddFindingStores(IServiceCollection services)
    {
        var (writer, store) = (TypeOf<IFindingWriter>(services), TypeOf<IFindingStore>(services));
        services.TryAddSingleton(provider => new OwnFindingWriter((IFindingWriter)ActivatorUtilities.CreateInstance(provider, writer)));
        services.TryAddSingleton(static provider => new FindingStoreQueue(
            provider.GetRequiredService<OwnFindingWriter>().Writer,
            provider.GetRequiredService<CurrentGeneration>(),
            provider.GetRequiredService<PluginInvoker>(),
            provider.GetRequiredService<HealthReasons>(),
            provider.GetRequiredService<StoreStatus>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILoggerFactory>().CreateLogger<FindingStoreQueue>(),
            provider.GetService<IFindingObserver>()));
        services.Replace(ServiceDescriptor.Singleton<IFindingWriter>(static provider => new FindingWriterSwitch(
            provider.GetRequiredService<OwnFindingWriter>().Writer, provider.GetRequiredService<FindingStoreQueue>(), provider.GetRequiredService<CurrentGeneration>())));
        services.Replace(ServiceDescriptor.Singleton<IFindingStore>(provider => new FindingStoreSwitch(
            (IFindingStore)ActivatorUtilities.CreateInstance(provider, store),
            provider.GetRequiredService<CurrentGeneration>(),
            provider.GetRequiredService<PluginInvoker>(),
            provider.GetRequiredService<TimeProvider>())));
    }

    private static Type TypeOf<T>(IServiceCollection services) => services.Last(static service => service.ServiceType == typeof(T)).ImplementationType!;

    /// <summary>Adds the stores alone, for commands that change something and end.</summary>
    /// <param name="builder">The composition.</param>
    /// <returns>The same builder.</returns>
    public static ILumenArgusBuilder AddDatabase(this ILumenArgusBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var start = builder.Start;
        builder.Services.TryAddSingleton(static provider =>
        {
            var health = provider.GetRequiredService<HealthReasons>();
            return new StoreFaultReport(fault => health.Set("store", fault));
        });
        builder.Services.AddSqliteStore(new StoreOptions { Path = start.Analytics.DbPath, RetentionDays = start.Analytics.RetentionDays });
        return builder;
    }
}
