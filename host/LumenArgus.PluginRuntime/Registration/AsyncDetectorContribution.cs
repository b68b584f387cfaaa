using LumenArgus.Abstractions.Plugin;

namespace LumenArgus.PluginRuntime.Registration;

/// <summary>A detector of a plugin that waits for something.</summary>
/// <param name="Name">Its name, read once.</param>
/// <param name="Priority">Whether it is started before those of other plugins.</param>
/// <param name="MaxCharacters">The most UTF-16 characters it wants, read once; 0 or more.</param>
/// <param name="Detector">The detector; called through the invoker only.</param>
public sealed record AsyncDetectorContribution(string Name, bool Priority, int MaxCharacters, IAsyncDetector Detector);
