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

        void Copy(SettingMap settings, string prefix, string section)
        {
            foreach (var (key, value) in settings.Values)
            {
                values[prefix + key] = value is null ? null : EnvironmentReference.Replace(value, name => Resolve(name, section, key));
            }
        }

        string Resolve(string name, string section, string key)
        {
            if (environment(name) is { } value)
            {
                return value;
            }

            errors.Add($"{section}.{key.Replace(':', '.')} needs the environment variable {name}, which is not set");
            return "";
        }
    }
}
