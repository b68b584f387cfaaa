namespace LumenArgus.PluginRuntime.Lanes;

/// <summary>A reading of a lane's clock.</summary>
/// <param name="Processor">Time on a processor.</param>
/// <param name="Own">Time that passed without the time spent waiting for a processor: what the thread itself is answerable for.</param>
internal readonly record struct LaneTime(TimeSpan Processor, TimeSpan Own);
