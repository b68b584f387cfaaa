using System.Collections.Immutable;
using LumenArgus.PluginRuntime.Manifests;

namespace LumenArgus.Inspection.Configuration.Changes;

/// <summary>Keeps what is read once, at the start of the product or of a plugin: the configuration of a generation says what is true, and the next reload names again what still waits for a restart.</summary>
public static class StartSettings
{
    /// <summary>Puts the running values of the settings that need a restart into a new configuration.</summary>
    /// <param name="running">The configuration in use.</param>
    /// <param name="wanted">The new one.</param>
    /// <param name="started">The plugins that are started with the new one, so that they have read it.</param>
    /// <returns>The one that can be used now.</returns>
    public static LumenArgusConfig Keep(LumenArgusConfig running, LumenArgusConfig wanted, params IReadOnlyCollection<PluginManifest> started)
    {
        ArgumentNullException.ThrowIfNull(running);
        ArgumentNullException.ThrowIfNull(wanted);
        var plugins = started.Select(static manifest => manifest.Id).ToHashSet(StringComparer.Ordinal);
        var detectors = started.SelectMany(static manifest => manifest.Detectors).ToHashSet(StringComparer.Ordinal);
        return wanted with
        {
            Detectors = Merge(running.Detectors, wanted.Detectors, DetectorConfig.Default, (name, old, now) => detectors.Contains(name) ? now : now with { Settings = old.Settings }),
            Plugins = wanted.Plugins with
            {
                Trust = running.Plugins.Trust,
                TrustedKeys = running.Plugins.TrustedKeys,
                ById = Merge(
                    running.Plugins.ById,
                    wanted.Plugins.ById,
                    PluginConfig.Default,
                    (id, old, now) => plugins.Contains(id) ? now : now with
                    {
                        Grant = old.Grant,
                        Isolation = old.Isolation,
                        ProcessMemoryMb = old.ProcessMemoryMb,
                        ProcessCallMs = old.ProcessCallMs,
                        Settings = old.Settings,
                    }),
            },
            Analytics = running.Analytics with { HashSecrets = wanted.Analytics.HashSecrets, StoreContext = wanted.Analytics.StoreContext },
            Audit = wanted.Audit with { LogDir = running.Audit.LogDir },
            Logging = running.Logging with { FileLevel = wanted.Logging.FileLevel },
            Telemetry = running.Telemetry,
            Dashboard = running.Dashboard,
        };
    }

    private static ImmutableDictionary<string, T> Merge<T>(ImmutableDictionary<string, T> running, ImmutableDictionary<string, T> wanted, T missing, Func<string, T, T, T> keep) =>
        running.Keys.Union(wanted.Keys, StringComparer.Ordinal).ToImmutableDictionary(
            static key => key, key => keep(key, running.GetValueOrDefault(key, missing), wanted.GetValueOrDefault(key, missing)), StringComparer.Ordinal);
}
