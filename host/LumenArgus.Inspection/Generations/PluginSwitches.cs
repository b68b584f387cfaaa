using System.Collections.Immutable;
using LumenArgus.Inspection.Configuration;
using LumenArgus.Storage.Overrides;

namespace LumenArgus.Inspection.Generations;

/// <summary>
/// Which plugins the operator has switched on or off with <c>lumen-argus plugins enable|disable</c>. Kept among the overrides of the database, so they go before the
/// configuration file and no file of the user is written to.
/// </summary>
/// <param name="ById">True for on, false for off; a plugin that is not in it follows the configuration.</param>
public sealed record PluginSwitches(ImmutableDictionary<string, bool> ById)
{
    private const string Prefix = "plugins.";
    private const string Suffix = ".enabled";

    /// <summary>None is switched.</summary>
    public static PluginSwitches None { get; } = new(ImmutableDictionary<string, bool>.Empty);

    /// <summary>The key of a plugin's switch among the overrides.</summary>
    /// <param name="pluginId">The plugin.</param>
    /// <returns>The key that the configuration has for it too.</returns>
    public static string KeyOf(string pluginId) => Prefix + pluginId + Suffix;

    /// <summary>Reads the switches.</summary>
    /// <param name="config">Says where the database is.</param>
    /// <param name="problem">Why they cannot be read.</param>
    /// <returns>The switches; null if they cannot be read.</returns>
    public static PluginSwitches? TryRead(AnalyticsConfig config, out string? problem)
    {
        ArgumentNullException.ThrowIfNull(config);
        problem = null;
        if (!config.Enabled)
        {
            return None;
        }

        return ConfigOverrideFile.TryRead(config.DbPath, out problem) is not { } all ? null : new PluginSwitches(all
            .Where(static pair => pair.Key.Length > Prefix.Length + Suffix.Length
                && pair.Key.StartsWith(Prefix, StringComparison.Ordinal) && pair.Key.EndsWith(Suffix, StringComparison.Ordinal) && bool.TryParse(pair.Value, out _))
            .ToImmutableDictionary(static pair => pair.Key[Prefix.Length..^Suffix.Length], static pair => bool.Parse(pair.Value), StringComparer.Ordinal));
    }

    /// <summary>Why a plugin is not to be loaded.</summary>
    /// <param name="pluginId">The plugin.</param>
    /// <param name="config">The configuration.</param>
    /// <returns>Who has switched it off; null if nobody has.</returns>
    public string? OffReason(string pluginId, LumenArgusConfig config)
    {
        ArgumentNullException.ThrowIfNull(config);
        return ById.TryGetValue(pluginId, out var isOn)
            ? isOn ? null : $"switched off with 'lumen-argus plugins disable {pluginId}'"
            : config.Plugin(pluginId).Enabled ? null : $"switched off in the configuration (plugins.{pluginId}.enabled)";
    }
}
