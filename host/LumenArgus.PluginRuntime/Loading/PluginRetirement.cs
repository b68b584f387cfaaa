namespace LumenArgus.PluginRuntime.Loading;

/// <summary>How taking a plugin out of use went.</summary>
/// <param name="Drained">Whether all exchanges let go of it in time.</param>
/// <param name="Problem">What its stop did wrong, or null.</param>
/// <param name="Context">Dead once the plugin's code has left memory.</param>
public sealed record PluginRetirement(bool Drained, string? Problem, WeakReference Context);
