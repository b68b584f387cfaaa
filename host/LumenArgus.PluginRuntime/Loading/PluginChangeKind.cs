namespace LumenArgus.PluginRuntime.Loading;

/// <summary>What can become of a plugin when the folders are looked through again.</summary>
public enum PluginChangeKind
{
    /// <summary>It was not there before.</summary>
    Added = 0,

    /// <summary>It is no longer there, or what it depends on is not.</summary>
    Removed,

    /// <summary>Another content of its folder is in use; the version can be any.</summary>
    Replaced,

    /// <summary>What is in its folder cannot be used; what was in use before stays.</summary>
    Refused,
}
