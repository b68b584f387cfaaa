namespace LumenArgus.PluginRuntime.Isolation.Wire;

/// <summary>What a message between the host and the process of a plugin says. A call is answered under its number.</summary>
internal enum MessageKind : byte
{
    /// <summary>To the process: load and start the plugin.</summary>
    Start = 1,

    /// <summary>To the process: the texts for a detector.</summary>
    Detect,

    /// <summary>To the process: the texts for a detector that waits.</summary>
    DetectAsync,

    /// <summary>To the process: nobody waits for this call any more.</summary>
    Cancel,

    /// <summary>To the process: give the rules of a source.</summary>
    ReadRules,

    /// <summary>To the process: the path of a field that it has asked for.</summary>
    Path,

    /// <summary>To the process: stop the plugin and end.</summary>
    Stop,

    /// <summary>From the process: the plugin is started, and this is what it brings.</summary>
    Ready = 64,

    /// <summary>From the process: the plugin is not started, and why.</summary>
    Refused,

    /// <summary>From the process: what a detector has reported.</summary>
    Reports,

    /// <summary>From the process: what a detector that waits has found.</summary>
    Hits,

    /// <summary>From the process: the rules of a source.</summary>
    Rules,

    /// <summary>From the process: which path has a field?</summary>
    PathWanted,

    /// <summary>From the process: a line for the log.</summary>
    Log,

    /// <summary>From the process: there is no memory left for a call.</summary>
    OutOfMemory,
}
