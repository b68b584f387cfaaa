using System.Net;
using LumenArgus.Abstractions.Model;
using LumenArgus.Abstractions.Plugin;
using LumenArgus.Inspection.Generations;
using LumenArgus.Inspection.Identity;
using LumenArgus.PluginRuntime.Invocation;

namespace LumenArgus.Inspection.Agents;

/// <summary>Asks the plugin that tells agents apart. Whatever goes wrong with it, nobody is let in because of that.</summary>
public sealed class AgentAuthenticator(PluginInvoker invoker)
{
    private static readonly TimeSpan Budget = TimeSpan.FromSeconds(2);

    /// <summary>Asks.</summary>
    /// <param name="generation">Whose plugin; leased by the caller. It authenticates agents.</param>
    /// <param name="request">Method, path and headers.</param>
    /// <param name="remoteAddress">The peer of the connection.</param>
    /// <param name="cancellationToken">The caller has left.</param>
    /// <returns>The answer.</returns>
    public async ValueTask<AgentCheck> AskAsync(Generation generation, RequestHead request, IPAddress remoteAddress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(generation);
        if (generation.AgentAuthProvider is not { } provider)
        {
            return new AgentCheck(AgentCheckStatus.Unavailable);
        }

        // Faults that one caller can bring about by what it sends count once: else it could shut all others out.
        var call = new PluginCall(provider.Plugin, "agent_auth") { FaultKey = $"agent_auth {remoteAddress}" };
        var result = await invoker.InvokeAsync(call, token => AskAsync(provider.Part, request, remoteAddress, token), Budget, cancellationToken);
        return result.Status switch
        {
            PluginCallStatus.Ok when result.Value is { Agent: { } agent } => new AgentCheck(AgentCheckStatus.Known, agent),
            PluginCallStatus.Ok => new AgentCheck(result.Value!.IsRejected ? AgentCheckStatus.Rejected : AgentCheckStatus.Unknown),
            PluginCallStatus.Cancelled => throw new OperationCanceledException(cancellationToken),
            _ => new AgentCheck(AgentCheckStatus.Unavailable),
        };
    }

    private static async ValueTask<AgentAuthentication> AskAsync(IAgentAuthProvider provider, RequestHead request, IPAddress remoteAddress, CancellationToken cancellationToken)
    {
        var answer = await provider.AuthenticateAsync(request, remoteAddress, cancellationToken)
            ?? throw new InvalidOperationException("The provider gave null.");
        return answer.Agent is null or { AgentId.Length: > 0 } && AreNames(answer.Agent)
            ? answer
            : throw new InvalidOperationException("The agent has no identifier, or one of its names is too long or cannot be shown.");
    }

    private static bool AreNames(AgentIdentity? agent) => agent is null
        || (IsName(agent.AgentId) && IsName(agent.NamespaceId) && IsName(agent.NamespaceSlug) && IsName(agent.DeviceId) && IsName(agent.MachineId));

    private static bool IsName(string? name) => name is null || (name.Length <= IdentityText.Name && !name.Any(char.IsControl));
}
