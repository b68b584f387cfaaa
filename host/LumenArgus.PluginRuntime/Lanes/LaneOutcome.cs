namespace LumenArgus.PluginRuntime.Lanes;

/// <summary>How a job on a lane ended.</summary>
/// <param name="Status">Completed or expired.</param>
/// <param name="PluginId">The plugin that spent its budget; null if completed.</param>
/// <param name="Operation">What was called, for example <c>detect</c>; null if completed.</param>
public readonly record struct LaneOutcome(LaneStatus Status, string? PluginId, string? Operation)
{
    /// <summary>A job that ran to its end.</summary>
    public static LaneOutcome Completed => default;
}
