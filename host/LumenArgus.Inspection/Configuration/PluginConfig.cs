using System.Collections.Immutable;

namespace LumenArgus.Inspection.Configuration;

/// <summary>Entry <c>plugins.&lt;id&gt;</c>.</summary>
public sealed record PluginConfig
{
    /// <summary>An entry with nothing in it.</summary>
    public static PluginConfig Default { get; } = new();

    /// <summary><c>enabled</c>: false does not load the plugin.</summary>
    /// <value>Default true.</value>
    public bool Enabled { get; init; } = true;

    /// <summary><c>on_fault</c>.</summary>
    /// <value>Null takes <see cref="PluginsConfig.OnFault"/>.</value>
    public OnFault? OnFault { get; init; }

    /// <summary><c>grant</c>: the capabilities the plugin may use, of those it declares.</summary>
    /// <value>Null (default) grants all it declares.</value>
    public ImmutableArray<string>? Grant { get; init; }

    /// <summary>All other keys, for the plugin itself.</summary>
    public SettingMap Settings { get; init; } = SettingMap.Empty;
}
