using LumenArgus.Host.Terminal;
using LumenArgus.Inspection.Configuration;
using LumenArgus.Inspection.Generations;
using LumenArgus.Inspection.Mcp;
using LumenArgus.Inspection.Rules;
using LumenArgus.PluginRuntime.Invocation;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace LumenArgus.Host.Startup;

/// <summary>Loads plugins only to show how that goes. Their state is only known once they have started.</summary>
internal static class PluginListing
{
    public static async Task<IReadOnlyList<PluginRow>> LoadAsync(
        LumenArgusConfig config, PluginSearchPath searchPath, TimeProvider clock, ILoggerFactory loggers, CancellationToken cancellationToken)
    {
        var builder = new GenerationBuilder(new PluginInvoker(clock, NullLogger.Instance), loggers.CreateLogger<GenerationBuilder>());
        using var current = new CurrentGeneration();
        await using var host = new GenerationHost(searchPath, builder, current, new NoRuleTable(), new NoMcpToolLists(), clock, loggers);
        await host.StartAsync(config, cancellationToken);
        return PluginRows.Of(host);
    }
}
