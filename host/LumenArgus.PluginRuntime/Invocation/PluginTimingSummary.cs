namespace LumenArgus.PluginRuntime.Invocation;

/// <summary>How long the calls of one plugin took since it was loaded.</summary>
/// <param name="Count">Calls that were measured: those of detectors and hooks. Single validators of rules are only counted.</param>
/// <param name="Seconds">Their times together.</param>
/// <param name="P50">Microseconds that half of the calls did not reach; 0 without calls.</param>
/// <param name="P99">Microseconds that 99 of 100 calls did not reach.</param>
public readonly record struct PluginTimingSummary(long Count, double Seconds, double P50, double P99);
