namespace LumenArgus.PluginRuntime.Invocation;

/// <summary>How long something took up to now.</summary>
/// <param name="Count">How often it was measured.</param>
/// <param name="Seconds">Their times together.</param>
/// <param name="P50">Microseconds that half of the times did not reach; 0 without any.</param>
/// <param name="P99">Microseconds that 99 of 100 did not reach.</param>
public readonly record struct LatencySummary(long Count, double Seconds, double P50, double P99);
