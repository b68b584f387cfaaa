using System.Collections.Immutable;
using LumenArgus.PluginRuntime.Manifests;

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

    /// <summary><c>isolation</c>: where its code runs.</summary>
    /// <value>None or process; null (default) takes what its manifest says.</value>
    public PluginIsolation? Isolation { get; init; }

    /// <summary><c>process_memory_mb</c>: the most memory of its process.</summary>
    /// <value>Megabytes; null takes <see cref="PluginsConfig.ProcessMemoryMb"/>.</value>
    public int? ProcessMemoryMb { get; init; }

    /// <summary><c>process_call_ms</c>: processor time of a call in its process.</summary>
    /// <value>Milliseconds; null takes <see cref="PluginsConfig.ProcessCallMs"/>.</value>
    public int? ProcessCallMs { get; init; }

    /// <summary><c>hooks</c>.</summary>
    public HookFaults Hooks { get; init; } = HookFaults.None;

    /// <summary>All other keys, for the plugin itself.</summary>
    public SettingMap Settings { get; init; } = SettingMap.Empty;
}
