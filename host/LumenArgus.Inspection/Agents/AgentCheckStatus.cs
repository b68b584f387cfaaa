namespace LumenArgus.Inspection.Agents;

/// <summary>How it went to ask which agent has passed a request on.</summary>
public enum AgentCheckStatus
{
    /// <summary>The request proves no agent.</summary>
    Unknown = 0,

    /// <summary>It comes from an agent.</summary>
    Known,

    /// <summary>It shows a proof that is not accepted.</summary>
    Rejected,

    /// <summary>Nobody can say: the plugin failed, took too long, is quarantined or could not be loaded.</summary>
    Unavailable,
}
