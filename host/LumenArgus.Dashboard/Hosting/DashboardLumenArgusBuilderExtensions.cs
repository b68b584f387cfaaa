using LumenArgus.Dashboard.Access;
using LumenArgus.Dashboard.Api;
using LumenArgus.Dashboard.Api.Allowlists;
using LumenArgus.Dashboard.Api.Audit;
using LumenArgus.Dashboard.Api.Channels;
using LumenArgus.Dashboard.Api.Findings;
using LumenArgus.Dashboard.Api.Logs;
using LumenArgus.Dashboard.Api.Mcp;
using LumenArgus.Dashboard.Api.Pages;
using LumenArgus.Dashboard.Api.Pipeline;
using LumenArgus.Dashboard.Api.Plugins;
using LumenArgus.Dashboard.Api.Rules;
using LumenArgus.Dashboard.Api.Sessions;
using LumenArgus.Dashboard.Api.Settings;
using LumenArgus.Dashboard.Api.Stats;
using LumenArgus.Dashboard.Api.Tools;
using LumenArgus.Dashboard.Api.WebSockets;
using LumenArgus.Dashboard.Hosting;
using LumenArgus.Dashboard.Live;
using LumenArgus.Dashboard.Pages;
using LumenArgus.Dashboard.Problems;
using LumenArgus.Inspection.Configuration;
using LumenArgus.Inspection.Generations;
using LumenArgus.Inspection.Hosting;
using LumenArgus.Inspection.Live;
using LumenArgus.Inspection.Records;
using LumenArgus.Storage;
using LumenArgus.Storage.Audit.Reading;
using LumenArgus.Storage.Findings;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds the dashboard.</summary>
public static class DashboardLumenArgusBuilderExtensions
{
    /// <summary>Adds the dashboard, which <see cref="DashboardServer"/> starts; nothing where the configuration says that there is none.</summary>
    /// <param name="builder">The composition, with an <see cref="IProductControl"/>.</param>
    /// <returns>The same builder.</returns>
    public static ILumenArgusBuilder AddDashboard(this ILumenArgusBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var config = builder.Start.Dashboard;
        if (!config.Enabled)
        {
            return builder;
        }

        builder.Services.TryAddSingleton(config);
        builder.Services.TryAddSingleton<RequestBoundary>();
        AddAccess(builder.Services, config);
        AddLive(builder.Services);
        AddEndpoints(builder.Services, builder.Start);
        return builder;
    }

    private static void AddAccess(IServiceCollection services, DashboardConfig config)
    {
        services.TryAddSingleton(provider =>
        {
            var file = Path.Combine(provider.GetRequiredService<PluginSearchPath>().DataDirectory, LumenArgusHome.DashboardTokenName);
            return new AccessRules(config, config.Auth == DashboardAuth.None ? null : AccessToken.LoadOrCreate(file), Shown(file));
        });
        services.TryAddSingleton(new HostRule(config.AllowedHosts));
        services.TryAddSingleton<SessionTable>();
        services.TryAddSingleton<LoginLimit>();
        services.TryAddSingleton<Authentication>();
        services.TryAddSingleton<AuthorizationStep>();
    }

    private static string Shown(string path)
    {
        var user = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        return user.Length > 1 && path.StartsWith(user + Path.DirectorySeparatorChar, StringComparison.Ordinal) ? "~" + path[user.Length..] : path;
    }

    private static void AddLive(IServiceCollection services)
    {
        services.TryAddSingleton<LiveHub>();
        services.TryAddSingleton<LiveThread>();
        services.TryAddSingleton<GenerationEvents>();
        services.TryAddSingleton(static provider => new LiveBroadcaster(
            provider.GetRequiredService<LiveHub>(), provider.GetRequiredService<LiveThread>(), provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILoggerFactory>().CreateLogger<LiveBroadcaster>(), provider.GetService<StoreOptions>()));
        services.AddSingleton<IExchangeSink>(static provider => provider.GetRequiredService<LiveBroadcaster>());
        services.TryAddSingleton<IFindingObserver>(static provider => provider.GetRequiredService<LiveBroadcaster>());
        services.Replace(ServiceDescriptor.Singleton<ILiveEvents>(static provider => provider.GetRequiredService<LiveBroadcaster>()));
        services.TryAddSingleton<StageTimes>();
        services.AddSingleton<IExchangeSink>(static provider => provider.GetRequiredService<StageTimes>());
        services.TryAddSingleton<TrafficSeen>();
        services.AddSingleton<IExchangeSink>(static provider => provider.GetRequiredService<TrafficSeen>());
    }

    private static void AddEndpoints(IServiceCollection services, LumenArgusConfig start)
    {
        services.TryAddSingleton(_ => new AuditTail(start.Audit.LogDir));
        services.TryAddSingleton<UiFiles>();
        services.TryAddSingleton<UiEndpoints>();
        services.TryAddSingleton<PluginAssetEndpoints>();
        services.TryAddSingleton<PageCatalogue>();
        services.TryAddSingleton<RuleCatalogueView>();
        services.TryAddSingleton<SettingChanges>();
        services.TryAddSingleton<ModeChange>();
        services.AddSingleton<IDashboardEndpoints, SessionEndpoints>();
        services.AddSingleton<IDashboardEndpoints, StatusEndpoints>();
        services.AddSingleton<IDashboardEndpoints, FindingEndpoints>();
        services.AddSingleton<IDashboardEndpoints, ConversationEndpoints>();
        services.AddSingleton<IDashboardEndpoints, StatsEndpoints>();
        services.AddSingleton<IDashboardEndpoints, AuditEndpoints>();
        services.AddSingleton<IDashboardEndpoints, LogEndpoints>();
        services.AddSingleton<IDashboardEndpoints, ToolEndpoints>();
        services.AddSingleton<IDashboardEndpoints, RuleEndpoints>();
        services.AddSingleton<IDashboardEndpoints, RuleAnalysisEndpoints>();
        services.AddSingleton<IDashboardEndpoints, AllowlistEndpoints>();
        services.AddSingleton<IDashboardEndpoints, SettingEndpoints>();
        services.AddSingleton<IDashboardEndpoints, PipelineEndpoints>();
        services.AddSingleton<IDashboardEndpoints, McpEndpoints>();
        services.AddSingleton<IDashboardEndpoints, WebSocketEndpoints>();
        services.AddSingleton<IDashboardEndpoints, ChannelEndpoints>();
        services.AddSingleton<IDashboardEndpoints, PluginEndpoints>();
        services.AddSingleton<IDashboardEndpoints, PluginApiEndpoints>();
        services.AddSingleton<IDashboardEndpoints, PageEndpoints>();
        services.AddSingleton<IDashboardEndpoints, LiveEndpoints>();
    }
}
