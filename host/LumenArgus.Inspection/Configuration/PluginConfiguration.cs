using Microsoft.Extensions.Configuration;

namespace LumenArgus.Inspection.Configuration;

/// <summary>Makes the configuration one plugin sees: its own section at the root and <c>detectors:&lt;name&gt;:*</c> of its detectors, and nothing else.</summary>
public static class PluginConfiguration
{
    /// <summary>Copies the plugin's settings. The copy has no reload token of the host, so the plugin cannot hold on to the host through it.</summary>
    /// <param name="config">The configuration of the host.</param>
    /// <param name="pluginId">The plugin.</param>
    /// <param name="detectorNames">Names of its detectors, from its manifest.</param>
    /// <param name="environment">Reads a variable, for values that contain <c>${env:NAME}</c>.</param>
    /// <returns>The configuration, and what is wrong with it.</returns>
    public static PluginConfigurationResult For(
        LumenArgusConfig config, string pluginId, IEnumerable<string> detectorNames, Func<string, string?> environment)
    {
        ArgumentNullException.ThrowIfNull(config);
        ArgumentNullException.ThrowIfNull(detectorNames);
        ArgumentNullException.ThrowIfNull(environment);
        var values = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase);
        var errors = new List<string>();
        Copy(config.Plugin(pluginId).Settings, "", $"plugins.{pluginId}");
        foreach (var name in detectorNames)
        {
            Copy(config.Detector(name).Settings, $"detectors:{name}:", $"detectors.{name}");
        }

        return new PluginConfigurationResult(new ConfigurationBuilder().AddInMemoryCollection(values).Build(), [.. errors]);

        static string At(SettingMap settings, string key) => settings.Places.TryGetValue(key, out var place) ? $"{place} " : "";

        void Copy(SettingMap settings, string prefix, string section)
        {
            foreach (var (key, value) in settings.Values)
            {
                values[prefix + key] = value is null ? null : EnvironmentReference.Replace(value, name => Resolve(name, settings, section, key));
            }
        }

        string Resolve(string name, SettingMap settings, string section, string key)
        {
            if (environment(name) is { } value)
            {
                return value;
            }

            errors.Add($"{At(settings, key)}{section}.{key.Replace(':', '.')} needs the environment variable {name}, which is not set");
            return "";
        }
    }

    /// <summary>Finds the setting that a plugin complains about: a plugin knows its keys, and only the host where they stand.</summary>
    /// <param name="config">The configuration of the host.</param>
    /// <param name="pluginId">The plugin.</param>
    /// <param name="detectorNames">Names of its detectors, from its manifest.</param>
    /// <param name="message">What the plugin says; names the setting by its key, with its parents or without.</param>
    /// <returns>For example <c>config.yaml:14 plugins.acme.pii.mode</c>; null if it names none that stands in a file.</returns>
    public static string? FindPlace(LumenArgusConfig config, string pluginId, IEnumerable<string> detectorNames, string message)
    {
        ArgumentNullException.ThrowIfNull(config);
        ArgumentNullException.ThrowIfNull(detectorNames);
        ArgumentNullException.ThrowIfNull(message);
        var all = Named(config.Plugin(pluginId).Settings, $"plugins.{pluginId}").Concat(detectorNames.SelectMany(name => Named(config.Detector(name).Settings, $"detectors.{name}")));

        // The longest says most; of those that are as long the one that is named first.
        return all.Select(setting => (Setting: setting, At: IndexOfWord(message, setting.Name))).Where(static found => found.At >= 0)
            .OrderByDescending(static found => found.Setting.Name.Length).ThenBy(static found => found.At).ThenBy(static found => found.Setting.Place.Line)
            .Select(static found => $"{found.Setting.Place} {found.Setting.Path}").FirstOrDefault();
    }

    // Each setting by its own key and by those of its parents: "list" is named for what is wrong in "list:0".
    private static IEnumerable<(string Name, string Path, SettingPlace Place)> Named(SettingMap settings, string section)
    {
        foreach (var (key, place) in settings.Places)
        {
            var parts = key.Split(':');
            for (var end = 1; end <= parts.Length; end++)
            {
                for (var start = 0; start < end; start++)
                {
                    yield return (string.Join('.', parts[start..end]), $"{section}.{string.Join('.', parts[..end])}", place);
                    yield return (string.Join(':', parts[start..end]), $"{section}.{string.Join('.', parts[..end])}", place);
                }
            }
        }
    }

    private static int IndexOfWord(string text, string word)
    {
        // A number is no name: it is one of a list.
        if (int.TryParse(word, out _))
        {
            return -1;
        }

        for (var at = text.IndexOf(word, StringComparison.OrdinalIgnoreCase); at >= 0; at = text.IndexOf(word, at + 1, StringComparison.OrdinalIgnoreCase))
        {
            if ((at == 0 || !IsPart(text[at - 1])) && (at + word.Length == text.Length || !IsPart(text[at + word.Length])))
            {
                return at;
            }
        }

        return -1;
    }

    private static bool IsPart(char character) => char.IsLetterOrDigit(character) || character is '_' or '-';
}
