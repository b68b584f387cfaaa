using LumenArgus.PluginRuntime.Lanes;
using LumenArgus.PluginRuntime.Loading;

namespace LumenArgus.PluginRuntime.Invocation;

/// <summary>Which call of plugin code is made, and for whom.</summary>
/// <param name="Plugin">Whose code it is.</param>
/// <param name="Operation">What is called, for example <c>detect</c> or <c>evaluate</c>; a constant.</param>
public readonly record struct PluginCall(PluginHandle Plugin, string Operation)
{
    /// <summary>Session or body: faults with the same key count once. Null is that of the lane's job; without one each fault counts.</summary>
    public string? FaultKey { get; init; }

    /// <summary>The lane it runs on, which keeps its budget; null where there is none.</summary>
    public ScanLane? Lane { get; init; }

    /// <summary>Size of the body it looks at; adds to its budget.</summary>
    public int BodyBytes { get; init; }

    /// <summary>Whether it waits and is made for no exchange, such as reading rules or a page: then it is counted, but its time would hide those that traffic waits for.</summary>
    public bool IsOutsideTraffic { get; init; }
}
