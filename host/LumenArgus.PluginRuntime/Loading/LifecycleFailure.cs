namespace LumenArgus.PluginRuntime.Loading;

/// <summary>Why a call outside of traffic failed.</summary>
/// <param name="Reason">For people.</param>
/// <param name="StillRunning">Whether its thread was left behind, so that the plugin cannot leave memory.</param>
/// <param name="IsNotConfigured">Whether nothing is wrong: the plugin waits for its configuration.</param>
/// <param name="Said">What the plugin itself said; null where it said nothing.</param>
internal sealed record LifecycleFailure(string Reason, bool StillRunning, bool IsNotConfigured = false, string? Said = null);
