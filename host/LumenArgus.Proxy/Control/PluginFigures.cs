using System.Collections.Immutable;
using LumenArgus.Inspection.Generations;
using LumenArgus.PluginRuntime.Isolation;
using LumenArgus.PluginRuntime.Loading;

namespace LumenArgus.Proxy.Control;

/// <summary>What <c>/metrics</c> says of plugins. Labels are their identifiers: as many as are installed.</summary>
internal sealed class PluginFigures(GenerationHost host)
{
    private const string Label = "plugin";
    private const double MicrosecondsPerSecond = 1e6;

    /// <summary>Writes the figures of the plugins in use; they begin anew when a plugin is loaded.</summary>
    public void Write(MetricsWriter writer)
    {
        var active = host.Plugins.Active;
        var timings = active.Select(static plugin => (plugin.Id, Times: plugin.Timings.Read())).ToList();
        writer
            .Labelled("lumen_argus_plugin_calls_total", "Calls of plugins by result.", "counter", Label, "result", active.SelectMany(CallsOf))
            .Labelled(
                "lumen_argus_plugin_call_seconds",
                "Time that a share of a plugin's calls did not reach; at most a fifth too high.",
                "gauge",
                Label,
                "quantile",
                timings.SelectMany(static each => new (string, string, double)[]
                {
                    (each.Id, "0.5", each.Times.P50 / MicrosecondsPerSecond),
                    (each.Id, "0.99", each.Times.P99 / MicrosecondsPerSecond),
                }))
            .Labelled(
                "lumen_argus_plugin_info", "The plugins in use: 1 each.", "gauge", Label, "version", active.Select(static plugin => (plugin.Id, plugin.Version, 1d)))
            .Labelled("lumen_argus_plugin_process_memory_bytes", "Memory of plugins that have a process of their own.", "gauge", Label, "version", ProcessesOf(active, static process => process.MemoryBytes))
            .Labelled("lumen_argus_plugin_process_restarts_total", "How often the process of a plugin was started again.", "counter", Label, "version", ProcessesOf(active, static process => process.Restarts))
            .Gauge("lumen_argus_plugins_stuck", "Plugins that were taken out of use and whose code stays in memory.", host.Unloads.Stuck)
            .Counter("lumen_argus_plugins_left_total", "Plugins that were taken out of use and whose code has left memory.", host.Unloads.Left);
    }

    private static IEnumerable<(string First, string Second, double Value)> ProcessesOf(ImmutableArray<PluginHandle> active, Func<IsolationStatus, double> figure) =>
        active.Select(static plugin => (plugin.Id, plugin.Version, Process: plugin.Isolation)).Where(static each => each.Process is not null)
            .Select(each => (each.Id, each.Version, figure(each.Process!)));

    private static IEnumerable<(string First, string Second, double Value)> CallsOf(PluginHandle plugin)
    {
        var counts = plugin.Faults.Counts;
        yield return (plugin.Id, "ok", counts.Ok);
        yield return (plugin.Id, "failed", counts.Faulted);
        yield return (plugin.Id, "timed_out", counts.TimedOut);
        yield return (plugin.Id, "not_called", counts.NotCalled);
        yield return (plugin.Id, "cancelled", counts.Cancelled);
    }
}
