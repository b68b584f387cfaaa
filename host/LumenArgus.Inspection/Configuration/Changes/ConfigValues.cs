using LumenArgus.Storage;

namespace LumenArgus.Inspection.Configuration.Changes;

/// <summary>All settings with their values, for those who look at them. No value is a credential.</summary>
public static class ConfigValues
{
    /// <summary>Lists them.</summary>
    /// <param name="config">The configuration.</param>
    /// <param name="detectors">Names of the detectors that exist, beside those that are configured.</param>
    /// <returns>The settings in the order of the file.</returns>
    public static IEnumerable<ConfigValue> Of(LumenArgusConfig config, IEnumerable<string> detectors)
    {
        ArgumentNullException.ThrowIfNull(config);
        ArgumentNullException.ThrowIfNull(detectors);
        var names = config.Detectors.Keys.Union(detectors, StringComparer.Ordinal).Order(StringComparer.Ordinal);
        return
        [
            .. Settings.Proxy.Select(setting => Value(setting, config)),
            .. config.Proxy.Upstreams.OrderBy(static pair => pair.Key, StringComparer.Ordinal).Select(static pair => new ConfigValue($"proxy.upstream.{pair.Key}", pair.Value.ToString(), NeedsRestart: false)),
            .. names.SelectMany(name => Detector(name, config.Detector(name))),
            .. config.Roles.OrderBy(static pair => pair.Key).Select(static pair => new ConfigValue($"roles.{WireNames.Of(pair.Key)}.action", WireNames.Of(pair.Value), NeedsRestart: false)),
            .. Settings.Others.Select(setting => Value(setting, config)),
        ];
    }

    private static IEnumerable<ConfigValue> Detector(string name, DetectorConfig detector) =>
    [
        new($"detectors.{name}.enabled", SettingText.Of(detector.Enabled), NeedsRestart: false),
        new($"detectors.{name}.action", detector.Action is { } action ? WireNames.Of(action) : "", NeedsRestart: false),
    ];

    private static ConfigValue Value(Setting setting, LumenArgusConfig config)
    {
        var text = setting.TextOf(config);
        return new ConfigValue(setting.Key, text == SettingText.None ? null : text.StartsWith("(set", StringComparison.Ordinal) ? "(set)" : text, setting.NeedsRestart);
    }
}
