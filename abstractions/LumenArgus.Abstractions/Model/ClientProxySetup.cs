namespace LumenArgus.Abstractions.Model;

/// <summary>How a tool is pointed at the proxy.</summary>
public sealed record ClientProxySetup
{
    /// <summary><c>env_var</c>, <c>config_file</c>, <c>ide_settings</c>, <c>manual</c> or <c>unsupported</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>What to do, in words.</summary>
    public required string Instructions { get; init; }

    /// <summary>The environment variable that holds the address.</summary>
    public string? EnvironmentVariable { get; init; }

    /// <summary>The command to type.</summary>
    public string? Command { get; init; }

    /// <summary>The configuration file.</summary>
    public string? ConfigFile { get; init; }

    /// <summary>The key in it.</summary>
    public string? ConfigKey { get; init; }

    /// <summary>The key in the settings of the editor.</summary>
    public string? EditorSettingsKey { get; init; }

    /// <summary>Another way.</summary>
    public string? Alternative { get; init; }

    /// <summary>Whether the tool needs the forward proxy.</summary>
    public bool NeedsForwardProxy { get; init; }
}
