using System.Net;
using LumenArgus.Abstractions.Host;
using LumenArgus.Abstractions.Model;
using LumenArgus.Abstractions.Plugin;
using Microsoft.Extensions.Configuration;

namespace LumenArgus.TestPlugins.Agents;

/// <summary>
/// Knows an agent by its token: <c>good</c> (or the configuration's <c>token</c>) is accepted, <c>throw</c>, <c>hang</c>, <c>null</c> and <c>nameless</c> have it fail, any other
/// is rejected, and a request without one proves nobody.
/// </summary>
public sealed class AgentsPlugin : ILumenPlugin, IAgentAuthProvider
{
    private string _token = "good";

    public void Configure(IPluginBuilder plugin)
    {
        ArgumentNullException.ThrowIfNull(plugin);
        _token = plugin.Configuration["token"] ?? _token;
        plugin.Registry.SetAgentAuthProvider(_ => this);
    }

    public async ValueTask<AgentAuthentication> AuthenticateAsync(RequestHead request, IPAddress remoteAddress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var token = request.HeaderValue("X-Lumen-Argus-Agent-Token");
        switch (token)
        {
            case null: return AgentAuthentication.None;
            case "throw": throw new InvalidOperationException("fails as asked");
            case "null": return null!;
            case "nameless": return AgentAuthentication.Of(new AgentIdentity { AgentId = "" });
            case "hang": await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken); break;
        }

        return token == _token
            ? AgentAuthentication.Of(new AgentIdentity { AgentId = "agent-7", NamespaceId = "4", NamespaceSlug = "shop", Scopes = ["forward"], DeviceId = "device-7", MachineId = "machine-7" })
            : AgentAuthentication.Rejected;
    }
}
