using LumenArgus.Abstractions.Plugin;
using LumenArgus.Inspection.Generations;
using LumenArgus.Inspection.Inspecting;
using LumenArgus.PluginRuntime.Invocation;
using LumenArgus.PluginRuntime.Lanes;

namespace LumenArgus.Inspection.Telemetry;

/// <summary>Asks the metrics hooks for their text. One that fails gives none; that shows in the state of its plugin.</summary>
public sealed class PluginMetrics(CurrentGeneration current, ScanLanes lanes, PluginInvoker invoker)
{
    private const int MaxCharacters = 256 * 1024;

    /// <summary>Asks all hooks, one after the other.</summary>
    /// <param name="cancellationToken">Cancelled when the caller has left.</param>
    /// <returns>What each plugin gave, unchecked.</returns>
    public async ValueTask<IReadOnlyList<(string PluginId, string Text)>> ReadAsync(CancellationToken cancellationToken)
    {
        using var lease = current.Acquire();
        if (lease is null || lease.Generation.MetricsHooks.IsEmpty)
        {
            return [];
        }

        var all = new List<(string PluginId, string Text)>();
        foreach (var hook in lease.Generation.MetricsHooks)
        {
            if (await new HookCall<IMetricsHook, string>(invoker, hook, "metrics", Ask).RunAsync(lanes, cancellationToken) is { } text)
            {
                all.Add((hook.Plugin.Id, text));
            }
        }

        return all;
    }

    private static string Ask(IMetricsHook hook) => hook.GetMetrics() is { Length: <= MaxCharacters } text
        ? text
        : throw new InvalidOperationException("There are no metrics, or they are too long.");
}
