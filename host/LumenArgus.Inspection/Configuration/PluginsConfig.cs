using System.Collections.Immutable;

namespace LumenArgus.Inspection.Configuration;

/// <summary>Section <c>plugins</c>.</summary>
public sealed record PluginsConfig
{
    /// <summary><c>on_fault</c>: for plugins without one of their own.</summary>
    /// <value>Default allow.</value>
    public OnFault OnFault { get; init; } = OnFault.Allow;

    /// <summary><c>trust</c>.</summary>
    /// <value>Default open. Read at the start.</value>
    public PluginTrust Trust { get; init; }

    /// <summary><c>trusted_keys</c>: public keys whose signatures count, as <c>plugins keygen</c> prints them.</summary>
    /// <value>Default none. Read at the start.</value>
    public ImmutableArray<string> TrustedKeys { get; init; } = [];

    /// <summary><c>process_memory_mb</c>: the most memory of the process of a plugin that has one of its own.</summary>
    /// <value>64..65536 megabytes, default 512.</value>
    public int ProcessMemoryMb { get; init; } = 512;

    /// <summary><c>process_call_ms</c>: processor time of a call there; 20 ms are added for each megabyte of text.</summary>
    /// <value>10..60000 milliseconds, default 50.</value>
    public int ProcessCallMs { get; init; } = 50;

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
        return this with { ById = ById.SetItem(pluginId, entry with { Settings = settings.With(entry.Settings) }) };
    }
}
