using System.Collections.Immutable;

namespace LumenArgus.Inspection.Configuration.Changes;

/// <summary>Keeps what is read once at the start: the configuration of a generation says what is true, and the next reload names again what still waits for a restart.</summary>
public static class StartSettings
{
    /// <summary>Puts the running values of the settings that need a restart into a new configuration.</summary>
    /// <param name="running">The configuration in use.</param>
    /// <param name="wanted">The new one.</param>
    /// <returns>The one that can be used now.</returns>
    public static LumenArgusConfig Keep(LumenArgusConfig running, LumenArgusConfig wanted)
    {
        ArgumentNullException.ThrowIfNull(running);
        ArgumentNullException.ThrowIfNull(wanted);
        return wanted with
        {
            Detectors = Merge(running.Detectors, wanted.Detectors, DetectorConfig.Default, static (old, now) => now with { Settings = old.Settings }),
            Plugins = wanted.Plugins with
            {
                ById = Merge(
                    running.Plugins.ById, wanted.Plugins.ById, PluginConfig.Default, static (old, now) => now with { Enabled = old.Enabled, Grant = old.Grant, Settings = old.Settings }),
            },
            Analytics = running.Analytics with { HashSecrets = wanted.Analytics.HashSecrets },
            Audit = wanted.Audit with { LogDir = running.Audit.LogDir },
            Logging = running.Logging with { FileLevel = wanted.Logging.FileLevel },
            Telemetry = running.Telemetry,
            Dashboard = running.Dashboard,
        };
    }

    private static ImmutableDictionary<string, T> Merge<T>(ImmutableDictionary<string, T> running, ImmutableDictionary<string, T> wanted, T missing, Func<T, T, T> keep) =>
        running.Keys.Union(wanted.Keys, StringComparer.Ordinal).ToImmutableDictionary(
            static key => key, key => keep(running.GetValueOrDefault(key, missing), wanted.GetValueOrDefault(key, missing)), StringComparer.Ordinal);
}
