using LumenArgus.Abstractions.Model;
using LumenArgus.Inspection.Configuration;
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
        Create(generation, detector, generation.OnFaultOf(plugin.Id), status switch
        {
            PluginCallStatus.TimedOut => $"detector {detector} of plugin {plugin.Id} ran over its budget",
            PluginCallStatus.NotCalled => $"detector {detector} of plugin {plugin.Id} is quarantined",
            _ => $"detector {detector} of plugin {plugin.Id} failed",
        });

    /// <summary>A call that never came back.</summary>
    public static Finding Hung(Generation generation, string pluginId, string operation) =>
        Create(generation, pluginId, generation.OnFaultOf(pluginId), $"plugin {pluginId} ran over its budget in {operation}");

    /// <summary>A detector that is enabled and not there.</summary>
    public static Finding Inactive(Generation generation, InactiveDetector inactive) => Create(
        generation, inactive.Detector, generation.OnFaultOf(inactive.PluginId), $"detector {inactive.Detector} is not active: {inactive.Reason}");

    private static Finding Create(Generation generation, string detector, OnFault onFault, string detail)
    {
        var block = onFault == OnFault.Block || (onFault == OnFault.BlockIfNoOtherDetector && !generation.HasDetectionBeside(detector));
        return FailureFindings.Create(
            block ? FailMode.Closed : FailMode.Open, FrameworkFindings.ScanErrorType, Severity.Critical, $"detector.{detector}", detail);
    }
}
