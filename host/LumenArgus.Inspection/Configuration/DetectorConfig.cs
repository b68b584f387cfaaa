using LumenArgus.Abstractions.Model;

namespace LumenArgus.Inspection.Configuration;

/// <summary>Entry <c>detectors.&lt;name&gt;</c>.</summary>
public sealed record DetectorConfig
{
    /// <summary>An entry with nothing in it.</summary>
    public static DetectorConfig Default { get; } = new();

    /// <summary><c>enabled</c>.</summary>
    /// <value>Default true.</value>
    public bool Enabled { get; init; } = true;

    /// <summary><c>action</c>.</summary>
    /// <value>Log, alert, redact or block; null takes the default action.</value>
    public PolicyAction? Action { get; init; }

    /// <summary>All other keys, for the plugin that brings the detector.</summary>
    public SettingMap Settings { get; init; } = SettingMap.Empty;
}
