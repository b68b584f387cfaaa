using LumenArgus.PluginRuntime.Discovery;

namespace LumenArgus.PluginRuntime.Loading;

/// <summary>One plugin of a plan.</summary>
/// <param name="Candidate">Where it is found; for one that is kept, what is in use.</param>
/// <param name="Running">The loaded plugin of the same id, or null.</param>
/// <param name="IsKept">Whether that stays in use whatever is in the folder.</param>
internal sealed record PlannedPlugin(PluginCandidate Candidate, PluginHandle? Running, bool IsKept);
