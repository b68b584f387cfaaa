using LumenArgus.Abstractions.Host;
#if (hasPage)
using LumenArgus.Abstractions.Model;
#endif
using LumenArgus.Abstractions.Plugin;
#if (hasServices)
using Microsoft.Extensions.DependencyInjection;
#endif

namespace Plugin._1;

/// <summary>Says what the plugin brings. Made anew each time it is loaded; while it is replaced, two of them run.</summary>
public sealed class SamplePlugin : ILumenPlugin
{
    /// <inheritdoc/>
    public void Configure(IPluginBuilder plugin)
    {
        ArgumentNullException.ThrowIfNull(plugin);
#if (hasOptions)
        var options = Options.Read(plugin.Configuration);
#endif
#if (hasDetector)
        plugin.Registry.AddDetector(_ => new CodeNameDetector(options.CodeNames));
#endif
#if (hasRules)
        plugin.Registry.AddRuleSource(static _ => new Rules());
#endif
#if (hasPage)
        plugin.Services.AddSingleton<Visits>();
        plugin.Services.AddSingleton<Page>();
        plugin.Services.AddSingleton<VisitsApi>();
        plugin.Registry.AddPage(new DashboardPage { Id = "SAMPLE-ID", Label = "SAMPLE TITLE", Order = 60 }, static services => services.GetRequiredService<Page>());
        plugin.Registry.SetApiHandler(static services => services.GetRequiredService<VisitsApi>());
#endif
#if (hook)
        plugin.Services.AddSingleton<ScanCounter>();
        plugin.Registry.SetPostScanHook(static services => services.GetRequiredService<ScanCounter>());
        plugin.Registry.SetMetricsHook(static services => services.GetRequiredService<ScanCounter>());
#endif
#if (command)
        plugin.Registry.AddCommand("SAMPLE-ID", static services => new GreetCommand(services.GetRequiredService<IPluginKv>()));
#endif
#if (notifier)
        plugin.Registry.AddChannelType(FileChannels.Type);
        plugin.Registry.SetNotifierBuilder(static _ => new FileChannels());
#endif
#if (authProvider)
        plugin.Registry.AddAuthProvider(_ => new TokenAuthProvider(options.Token));
#endif
    }
}
