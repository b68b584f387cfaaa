using System.Collections.Immutable;
using LumenArgus.Abstractions.Model;
using LumenArgus.Inspection.Configuration;
using LumenArgus.Inspection.Generations;
using LumenArgus.Inspection.Identity;
using LumenArgus.Proxy.Agents;
using LumenArgus.Proxy.Exchanges;
using LumenArgus.Proxy.Identity.Clients;
using Microsoft.AspNetCore.Http;

namespace LumenArgus.Proxy.Identity;

/// <summary>
/// What the headers and the connection tell about the sender. The body's part is read when it has been parsed. X-Lumen-Argus-* counts only
/// where an agent that is known has passed the request on.
/// </summary>
internal sealed class HeaderSession(ApiKeyHash apiKeyHash)
{
    // In the order of trust: a header made for the purpose, then what single tools send (Claude Code, Codex of today and before, OpenCode).
    private static readonly string[] SessionHeaders =
    [
        "x-session-id", "x-claude-code-session-id", "session-id", "x-opencode-session", "x-session-affinity", "session_id", "conversation_id", "thread-id",
        "mcp-session-id",
    ];

    /// <param name="exchange">The request, with the agent that passed it on.</param>
    /// <param name="generation">Names the proxies before this one, and tools.</param>
    public SessionContext Read(Exchange exchange, Generation generation)
    {
        var session = Read(exchange.Http, exchange.Target, generation.Config.Proxy, generation.Clients);
        session = exchange.Agent is { } agent ? AgentHeaders.Add(session, exchange.Http.Request.Headers, agent) : session;
        return exchange.Forward is { } forward
            ? session with { InterceptMode = "forward", OriginalHost = IdentityText.Cut(forward.Host, IdentityText.Name) }
            : session;
    }

    /// <param name="http">The request.</param>
    /// <param name="target">Its raw target.</param>
    /// <param name="config">Names the proxies before this one.</param>
    /// <param name="added">Tools that plugins have added to those that are known.</param>
    public SessionContext Read(HttpContext http, string target, ProxyConfig config, ImmutableArray<ClientDefinition> added)
    {
        var headers = http.Request.Headers;
        var userAgent = IdentityText.Cut(headers.UserAgent, IdentityText.UserAgent);
        var tokens = userAgent is null ? [] : UserAgentTokens.Of(userAgent);
        var client = ClientIdentity.Read(headers, tokens, added);
        var sdk = SdkIdentity.Read(headers, tokens, client.Definition is not null);
        var turn = CodexTurn.Read(First(headers, "x-codex-turn-metadata"));
        return new SessionContext
        {
            ApiKeyHash = apiKeyHash.Of(headers, target),
            SessionId = SessionOf(headers) ?? turn.SessionId,
            DeviceId = turn.DeviceId ?? IdentityText.Cut(First(headers, "vscode-machineid"), IdentityText.Name),
            WorkingDirectory = turn.WorkingDirectory,
            SourceIp = CallerAddress.Of(http.Connection.RemoteIpAddress, headers, config.TrustedProxies),
            ClientName = client.Name,
            ClientVersion = client.Version,
            ClientType = IdentityText.Cut(First(headers, "x-opencode-client"), IdentityText.Kind) ?? client.Definition?.Category,
            RawUserAgent = userAgent,
            SdkName = sdk.Name,
            SdkVersion = sdk.Version,
            Runtime = sdk.Runtime,
            InterceptMode = "reverse",
        };
    }

    private static string? SessionOf(IHeaderDictionary headers)
    {
        foreach (var name in SessionHeaders)
        {
            if (IdentityText.Conversation(First(headers, name)) is { } session)
            {
                return session;
            }
        }

        return null;
    }

    private static string? First(IHeaderDictionary headers, string name) => headers.TryGetValue(name, out var values) && values.Count > 0 ? values[0] : null;
}
