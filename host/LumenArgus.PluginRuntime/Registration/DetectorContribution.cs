using LumenArgus.Abstractions.Plugin;

namespace LumenArgus.PluginRuntime.Registration;

/// <summary>A synchronous detector of a plugin.</summary>
/// <param name="Name">Its name, read once: asking again would run plugin code.</param>
/// <param name="Priority">Whether it runs before the detectors of other plugins.</param>
/// <param name="Detector">The detector; called through the invoker only.</param>
public sealed record DetectorContribution(string Name, bool Priority, IDetector Detector);
