namespace LumenArgus.Abstractions.Model;

/// <summary>What an <see cref="Plugin.IAgentAuthProvider"/> says of a request: an agent that it knows, none, or a proof that it does not accept.</summary>
public sealed class AgentAuthentication
{
    private AgentAuthentication(AgentIdentity? agent, bool isRejected)
    {
        Agent = agent;
        IsRejected = isRejected;
    }

    /// <summary>The request proves no agent.</summary>
    public static AgentAuthentication None { get; } = new(agent: null, isRejected: false);

    /// <summary>The request shows a proof that is wrong, has expired or was withdrawn. It is answered with 401.</summary>
    public static AgentAuthentication Rejected { get; } = new(agent: null, isRejected: true);

    /// <summary>The agent; null unless it is known.</summary>
    public AgentIdentity? Agent { get; }

    /// <summary>Whether a proof was shown that is not accepted.</summary>
    public bool IsRejected { get; }

    /// <summary>The request comes from an agent.</summary>
    /// <param name="agent">The agent.</param>
    /// <returns>What to give back.</returns>
    public static AgentAuthentication Of(AgentIdentity agent)
    {
        ArgumentNullException.ThrowIfNull(agent);
        return new AgentAuthentication(agent, isRejected: false);
    }
}
