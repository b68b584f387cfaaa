using LumenArgus.Inspection.Generations;
using LumenArgus.Inspection.Health;
using LumenArgus.Inspection.Hosting;
using LumenArgus.Inspection.Mcp;
using LumenArgus.Inspection.Records;
using LumenArgus.Inspection.Rules;
using LumenArgus.Storage;
using LumenArgus.Storage.Database;
using LumenArgus.Storage.Findings;
using LumenArgus.Storage.Hashing;
using Microsoft.Extensions.DependencyInjection.Extensions;

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
