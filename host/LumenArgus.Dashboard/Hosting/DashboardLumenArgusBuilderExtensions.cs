using LumenArgus.Dashboard.Access;
using LumenArgus.Dashboard.Api;
using LumenArgus.Dashboard.Hosting;
using LumenArgus.Dashboard.Problems;
using LumenArgus.Inspection.Configuration;
using LumenArgus.Inspection.Generations;
using LumenArgus.Inspection.Hosting;
using Microsoft.Extensions.DependencyInjection.Extensions;

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
        AddEndpoints(builder.Services);
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
        services.TryAddSingleton<Sessions>();
        services.TryAddSingleton<LoginLimit>();
        services.TryAddSingleton<Authentication>();
        services.TryAddSingleton<AuthorizationStep>();
    }

    private static string Shown(string path)
    {
        var user = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        return user.Length > 1 && path.StartsWith(user + Path.DirectorySeparatorChar, StringComparison.Ordinal) ? "~" + path[user.Length..] : path;
    }

    private static void AddEndpoints(IServiceCollection services)
    {
        services.AddSingleton<IDashboardEndpoints, SessionEndpoints>();
        services.AddSingleton<IDashboardEndpoints, StatusEndpoints>();
    }
}
