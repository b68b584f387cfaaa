using System.Collections.Immutable;

namespace LumenArgus.Inspection.Configuration;

/// <summary>Section <c>plugins</c>.</summary>
public sealed record PluginsConfig
{
    /// <summary><c>on_fault</c>: for plugins without one of their own.</summary>
    /// <value>Default allow.</value>
    public OnFault OnFault { get; init; } = OnFault.Allow;

    /// <summary>The entries <c>plugins.&lt;id&gt;</c>.</summary>
    public ImmutableDictionary<string, PluginConfig> ById { get; init; } = ImmutableDictionary<string, PluginConfig>.Empty;

    /// <summary>Adds the settings that a plugin has in a section of its own, outside of <c>plugins</c>. What stands in its entry counts.</summary>
    /// <param name="pluginId">The plugin.</param>
    /// <param name="settings">The settings of the section; none changes nothing.</param>
    /// <returns>All entries.</returns>
    public PluginsConfig With(string pluginId, SettingMap settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        if (settings.Values.IsEmpty)
        {
            return this;
        }

        var entry = ById.GetValueOrDefault(pluginId, PluginConfig.Default);
        return this with { ById = ById.SetItem(pluginId, entry with { Settings = new SettingMap(settings.Values.SetItems(entry.Settings.Values)) }) };
    }
}
