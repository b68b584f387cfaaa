namespace LumenArgus.PluginRuntime.Manifests;

/// <summary>Where the code of a plugin runs.</summary>
public enum PluginIsolation
{
    /// <summary><c>none</c>: in the host's process, in a load context of its own.</summary>
    None = 0,

    /// <summary><c>process</c>: in a process of its own, which can be ended and started again.</summary>
    Process,
}
