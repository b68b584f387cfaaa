using LumenArgus.Abstractions.Model;
using LumenArgus.Inspection.Identity;
using Microsoft.AspNetCore.Http;

namespace LumenArgus.Proxy.Agents;

/// <summary>What agents say of the tool whose request they pass on. Only those of an agent that is known are believed; none of them goes to the provider.</summary>
internal static class AgentHeaders
{
    /// <summary>What all headers between agents and us begin with.</summary>
    public const string OwnPrefix = "X-Lumen-";

    private const string Prefix = OwnPrefix + "Argus-";

    public static bool AreIn(IHeaderDictionary headers)
    {
        foreach (var (name, _) in headers)
        {
            if (name.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Adds what an agent that is known says; it goes before what the tool says itself.</summary>
    public static SessionContext Add(SessionContext session, IHeaderDictionary headers, AgentIdentity agent)
    {
        return session with
        {
            AgentId = agent.AgentId,
            NamespaceId = agent.NamespaceId,
            AccountId = Text("Account-Id", IdentityText.Name) ?? session.AccountId,
            DeviceId = agent.DeviceId ?? agent.MachineId ?? Text("Device-Id", IdentityText.Name) ?? session.DeviceId,
            WorkingDirectory = Text("Working-Dir", IdentityText.Folder) ?? session.WorkingDirectory,
            GitBranch = Text("Git-Branch", IdentityText.Name) ?? session.GitBranch,
            OsPlatform = Text("OS-Platform", IdentityText.Kind) ?? session.OsPlatform,
            Hostname = Text("Hostname", IdentityText.Name),
            Username = Text("Username", IdentityText.Name),
        };

        string? Text(string name, int length) => headers.TryGetValue(Prefix + name, out var values) && values.Count > 0 ? IdentityText.Cut(values[0], length) : null;
    }
}
