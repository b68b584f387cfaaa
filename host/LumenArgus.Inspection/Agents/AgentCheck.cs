using LumenArgus.Abstractions.Model;

namespace LumenArgus.Inspection.Agents;

/// <summary>What came of asking which agent has passed a request on.</summary>
/// <param name="Status">How it went.</param>
/// <param name="Agent">The agent; null unless the status is Known.</param>
public readonly record struct AgentCheck(AgentCheckStatus Status, AgentIdentity? Agent = null);
