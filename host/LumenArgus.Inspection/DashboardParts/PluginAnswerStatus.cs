namespace LumenArgus.Inspection.DashboardParts;

/// <summary>How it went to ask a plugin something for the dashboard.</summary>
public enum PluginAnswerStatus
{
    /// <summary>It answered.</summary>
    Ok = 0,

    /// <summary>No plugin that is loaded brings it.</summary>
    NotFound,

    /// <summary>The plugin brings something, but says that this is not there.</summary>
    Unknown,

    /// <summary>It failed, or gave something that cannot be used.</summary>
    Failed,

    /// <summary>It took too long.</summary>
    TimedOut,

    /// <summary>It is not called now: it failed too often, or the product is starting or ends.</summary>
    Unavailable,
}
