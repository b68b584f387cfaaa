using LumenArgus.Abstractions.Model;
using LumenArgus.Inspection.Configuration;
using LumenArgus.Inspection.Failing;
using LumenArgus.Inspection.Generations;
using LumenArgus.PluginRuntime.Loading;
using LumenArgus.PluginRuntime.Invocation;
using LumenArgus.Scanning.Findings;

namespace LumenArgus.Inspection.Inspecting;

/// <summary>The findings that tell of a detector which did not look at an exchange.</summary>
internal static class DetectorFindings
{
    /// <summary>A call that did not end well.</summary>
    public static Finding Failed(Generation generation, PluginHandle plugin, string detector, PluginCallStatus status) =>
        Create(generation, plugin.Id, detector, status switch
        {
            PluginCallStatus.TimedOut => $"detector {detector} of plugin {plugin.Id} ran over its budget",
            PluginCallStatus.NotCalled => $"detector {detector} of plugin {plugin.Id} {NotCalled(plugin)}",
            _ => $"detector {detector} of plugin {plugin.Id} failed",
        });

    /// <summary>A call that never came back; from then on nothing of its plugin is called for this exchange.</summary>
    public static Finding Hung(Generation generation, string pluginId, string operation) =>
        Create(generation, pluginId, detector: null, $"plugin {pluginId} ran over its budget in {operation}");

    /// <summary>A detector whose turn never came, because too many before it hung.</summary>
    public static Finding NotAsked(Generation generation, PluginHandle plugin, string detector) =>
        Create(generation, plugin.Id, detector, $"detector {detector} of plugin {plugin.Id} was not asked: too many plugins ran over their budget");

    /// <summary>Matches that lie outside of the text they were reported for.</summary>
    public static Finding OutsideText(Generation generation, PluginHandle plugin, string detector, int matches) =>
        Create(generation, plugin.Id, detector, $"detector {detector} of plugin {plugin.Id} reported {matches} match(es) outside of the text");

    /// <summary>A detector that is enabled and not there.</summary>
    public static Finding Inactive(Generation generation, InactiveDetector inactive) => Create(
        generation, inactive.PluginId, inactive.Detector, $"detector {inactive.Detector} is not active: {inactive.Reason}");

    /// <summary>Why a plugin is not called, for a sentence.</summary>
    public static string NotCalled(PluginHandle plugin) => plugin.Faults.Down is { } down ? $"does not run: {down}"
        : plugin.Faults.IsQuarantined ? "is quarantined"
        : plugin.Isolation is not null ? "was not asked: its process was ended because of another call"
        : "was replaced meanwhile";

    private static Finding Create(Generation generation, string pluginId, string? detector, string detail)
    {
        var onFault = generation.OnFaultOf(pluginId);
        var block = onFault == OnFault.Block || (onFault == OnFault.BlockIfNoOtherDetector && !generation.HasDetectionBeside(pluginId, detector));
        return FailureFindings.Create(
            block ? FailMode.Closed : FailMode.Open, FrameworkFindings.ScanErrorType, Severity.Critical, $"detector.{detector ?? pluginId}", detail);
    }
}
