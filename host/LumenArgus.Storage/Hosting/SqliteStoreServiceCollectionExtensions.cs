using LumenArgus.Storage;
using LumenArgus.Storage.Allowlists;
using LumenArgus.Storage.Channels;
using LumenArgus.Storage.Database;
using LumenArgus.Storage.Database.Writing;
using LumenArgus.Storage.Findings;
using LumenArgus.Storage.Hosting;
using LumenArgus.Storage.Mcp;
using LumenArgus.Storage.Overrides;
using LumenArgus.Storage.PluginState;
using LumenArgus.Storage.Retention;
using LumenArgus.Storage.Rules;
using LumenArgus.Storage.WebSockets;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds the store.</summary>
public static class SqliteStoreServiceCollectionExtensions
{
    /// <summary>Adds the stores in SQLite; a store that is registered already stays.</summary>
    /// <param name="services">The services, with a clock, logging and a <see cref="StoreFaultReport"/>.</param>
    /// <param name="options">Where the database is.</param>
    /// <returns>The same services.</returns>
    public static IServiceCollection AddSqliteStore(this IServiceCollection services, StoreOptions options)
    {
        services.TryAddSingleton(options);
        services.TryAddSingleton<StoreStatus>();
        services.TryAddSingleton<SqliteDatabase>();
        services.TryAddSingleton(static provider => new StoreWriter(
            provider.GetRequiredService<SqliteDatabase>(),
            provider.GetRequiredService<StoreOptions>(),
            provider.GetRequiredService<StoreStatus>(),
            provider.GetRequiredService<StoreFaultReport>(),
            provider.GetRequiredService<ILoggerFactory>().CreateLogger<StoreWriter>()));
        services.TryAddSingleton<StoreAccess>();
        services.TryAddSingleton(static provider => new StoreRetention(
            provider.GetRequiredService<StoreAccess>(),
            provider.GetRequiredService<StoreOptions>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILoggerFactory>().CreateLogger<StoreRetention>()));
        services.TryAddSingleton(static provider => new StoreService(
            provider.GetRequiredService<StoreWriter>(), provider.GetRequiredService<StoreRetention>()));
        return services.AddStores();
    }

    private static IServiceCollection AddStores(this IServiceCollection services)
    {
        services.TryAddSingleton<IFindingWriter, SqliteFindingWriter>();
        services.TryAddSingleton<IFindingStore, SqliteFindingStore>();
        services.TryAddSingleton<IRuleStore, SqliteRuleStore>();
        services.TryAddSingleton<IAllowlistStore, SqliteAllowlistStore>();
        services.TryAddSingleton<IConfigOverrideStore, SqliteConfigOverrideStore>();
        services.TryAddSingleton<IChannelStore, SqliteChannelStore>();
        services.TryAddSingleton<IMcpToolStore, SqliteMcpToolStore>();
        services.TryAddSingleton<IWebSocketConnectionStore, SqliteWebSocketConnectionStore>();
        services.TryAddSingleton<IPluginStateStore, SqlitePluginStateStore>();
        return services;
    }
}
