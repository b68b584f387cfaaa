namespace LumenArgus.PluginRuntime.Loading;

/// <summary>A detector that a plugin promises and no active plugin gives at the moment. Whoever scans must say so.</summary>
/// <param name="Detector">Name of the detector.</param>
/// <param name="PluginId">The plugin that should give it.</param>
/// <param name="State">The plugin's state.</param>
/// <param name="Reason">Why it is in that state.</param>
public sealed record InactiveDetector(string Detector, string PluginId, PluginState State, string Reason);
