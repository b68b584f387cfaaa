using System.Collections.Immutable;
using LumenArgus.Abstractions.Plugin;
using LumenArgus.Inspection.Generations;
using LumenArgus.PluginRuntime.Invocation;
using LumenArgus.PluginRuntime.Loading;

namespace LumenArgus.Inspection.Reloading;

/// <summary>Tells the plugins that a new configuration is in use, all at the same time, each within its budget.</summary>
public sealed class ConfigReloadHooks(PluginInvoker invoker)
{
    private static readonly TimeSpan Budget = TimeSpan.FromSeconds(10);

    /// <summary>Calls the hooks.</summary>
    /// <param name="generation">The generation in use; the caller keeps it from ending.</param>
    /// <param name="cancellationToken">The process ends.</param>
    /// <returns>One sentence for each plugin that did not take it.</returns>
    public async Task<ImmutableArray<string>> CallAsync(Generation generation, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(generation);
        var calls = generation.Plugins.Active
            .Where(static plugin => plugin.Contributions.ConfigReloadHook is not null)
            .Select(plugin => CallAsync(plugin, plugin.Contributions.ConfigReloadHook!, cancellationToken));
        return [.. (await Task.WhenAll(calls)).OfType<string>()];
    }

    private async Task<string?> CallAsync(PluginHandle plugin, IConfigReloadHook hook, CancellationToken cancellationToken)
    {
        var result = await invoker.InvokeAsync(
            new PluginCall(plugin, "config_reload") { IsOutsideTraffic = true },
            async token =>
            {
                await hook.OnConfigReloadedAsync(token);
                return true;
            },
            Budget,
            cancellationToken);
        return result.Status switch
        {
            PluginCallStatus.Ok or PluginCallStatus.Cancelled => null,
            PluginCallStatus.NotCalled => $"plugin {plugin.Id} is not called now and was not told of the reload",
            PluginCallStatus.TimedOut => $"plugin {plugin.Id} took too long to take note of the reload",
            _ => $"plugin {plugin.Id} failed to take note of the reload",
        };
    }
}
