using LumenArgus.Abstractions.Host;
using LumenArgus.Abstractions.Plugin;

namespace LumenArgus.TestPlugins.Finder;

/// <summary>A plugin that does nothing wrong.</summary>
public sealed class FinderPlugin : ILumenPlugin
{
    public void Configure(IPluginBuilder plugin) =>
        plugin.Registry.AddDetector(_ => new WordFinder(plugin.Configuration["needle"] ?? "needle"), priority: true);
}
