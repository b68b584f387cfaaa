using LumenArgus.PluginRuntime.Invocation;

namespace LumenArgus.PluginRuntime.Lanes;

/// <summary>A plugin call that was given up while it runs.</summary>
internal sealed record AbandonedCall(PluginFaults Faults, string Operation, TimeSpan Budget, LaneWork Work, LaneClock Clock);
