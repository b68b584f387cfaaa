using System.Collections.Immutable;
using LumenArgus.Host.Terminal;
using LumenArgus.Inspection.Generations;
using LumenArgus.PluginRuntime.Loading;

namespace LumenArgus.Host.Startup;

/// <summary>Makes of plugins what is shown of them.</summary>
internal static class PluginRows
{
    /// <summary>All plugins of a process, at the end those that were taken out of use and have not left yet.</summary>
    public static IReadOnlyList<PluginRow> Of(GenerationHost host)
    {
        var plugins = host.Plugins;
        return [.. plugins.All.Select(status => Of(status, IsLoaded(status) ? plugins.Find(status.Id) : null)), .. Of(host.GetLeaving())];
    }

    public static string StateName(PluginState state) => state == PluginState.UnloadStuck ? "unload stuck" : state.ToString().ToLowerInvariant();

    private static IEnumerable<PluginRow> Of(ImmutableArray<PluginStatus> leaving) => leaving.Select(static status => Of(status, plugin: null));

    private static bool IsLoaded(PluginStatus status) => status.State is not (PluginState.Rejected or PluginState.Disabled);

    private static PluginRow Of(PluginStatus status, PluginHandle? plugin) => new()
    {
        Id = status.Id,
        Version = status.Version,
        State = StateName(status.State),
        Reason = NullIfEmpty(status.Reason),
        Hooks = status.Hooks,
        Uses = status.Uses,
        Folder = status.Folder,
        Detectors = status.Detectors,
        Refusal = NullIfEmpty(status.Refusal),
        Warnings = status.Warnings,
        PinRisks = status.PinRisks,
        ContentHash = NullIfEmpty(status.ContentHash),
        Trust = NullIfEmpty(status.Trust),
        Isolation = status.IsIsolated ? "process" : "none",
        Process = plugin?.Isolation is { } process ? new PluginProcessRow(process.ProcessId, process.Restarts, process.MemoryBytes, process.MaxMemoryBytes) : null,
        Use = plugin is null ? null : UseOf(plugin),
    };

    private static PluginUse UseOf(PluginHandle plugin)
    {
        var (counts, timings) = (plugin.Faults.Counts, plugin.Timings.Read());
        return new PluginUse(
            counts.Ok,
            counts.Faulted,
            counts.TimedOut,
            counts.NotCalled,
            Math.Round(timings.P50, 1),
            Math.Round(timings.P99, 1),
            plugin.Faults.Last is { } fault ? $"{fault.TypeName} in {fault.Operation}" : null);
    }

    private static string? NullIfEmpty(string text) => text.Length == 0 ? null : text;
}
