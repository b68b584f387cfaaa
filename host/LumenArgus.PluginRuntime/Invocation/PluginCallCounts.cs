namespace LumenArgus.PluginRuntime.Invocation;

/// <summary>Calls of one plugin by outcome, since it was loaded.</summary>
/// <param name="Ok">Returned.</param>
/// <param name="Faulted">Threw.</param>
/// <param name="TimedOut">Spent their budget.</param>
/// <param name="NotCalled">Were not made because the plugin is quarantined.</param>
/// <param name="Cancelled">Were given up because the caller left.</param>
public readonly record struct PluginCallCounts(long Ok, long Faulted, long TimedOut, long NotCalled, long Cancelled);
