using System.Runtime.CompilerServices;
using LumenArgus.Inspection.Generations;
using LumenArgus.Inspection.Health;
using LumenArgus.Inspection.Inspecting;
using LumenArgus.Scanning.Fields;
using Microsoft.Extensions.Logging;

namespace LumenArgus.Proxy.Providers;

/// <summary>
/// Keeps the router of each generation, so that no exchange builds one. A router holds providers of plugins, so it lives as long as its generation and no longer.
/// </summary>
internal sealed partial class RouterCache(PluginProviders plugins, HealthReasons health, ILogger<RouterCache> logger)
{
    private readonly ConditionalWeakTable<Generation, ProviderRouter> _routers = [];

    public ProviderRouter For(Generation generation) => _routers.GetValue(generation, Build);

    private ProviderRouter Build(Generation generation)
    {
        var problems = new List<string>();
        var names = ProviderRouter.ReservedNames.ToHashSet(StringComparer.Ordinal);
        var usable = new List<RoutedProvider>();
        foreach (var provider in plugins.Of(generation))
        {
            if (!names.Add(provider.Name))
            {
                Refuse(provider, "the name is taken by another provider or built-in upstream");
            }
            else if (LabelSet.TryCompile(provider.Labels, out var problem) is not { } labels)
            {
                Refuse(provider, problem!);
            }
            else
            {
                usable.Add(new GuardedProvider(provider, labels));
            }
        }

        health.Set("providers", problems.Count == 0 ? null : string.Join("; ", problems));
        return new ProviderRouter(generation.Config.Proxy.Upstreams, usable, generation.Config.Proxy.ForwardHosts);

        void Refuse(PluginProvider provider, string reason)
        {
            Log.ProviderRefused(logger, provider.Name, provider.PluginId, reason);
            problems.Add($"provider {provider.Name} of plugin {provider.PluginId} is not used: {reason}");
        }
    }

    private static partial class Log
    {
        [LoggerMessage(
            EventId = 1200,
            EventName = nameof(ProviderRefused),
            Level = LogLevel.Warning,
            Message = "Provider {Provider} of plugin {PluginId} is not used: {Reason}")]
        public static partial void ProviderRefused(ILogger logger, string provider, string pluginId, string reason);
    }
}
