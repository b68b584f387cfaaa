using System.Net;
using LumenArgus.Forwarding.Listener;
using LumenArgus.Inspection.Agents;
using LumenArgus.Inspection.Configuration;
using LumenArgus.Proxy.Exchanges;
using LumenArgus.Proxy.Responses;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace LumenArgus.Proxy.Agents;

/// <summary>
/// Finds out which agent has passed a request on, and lets nobody else to <c>/_forward</c>, before anything of the body is read. With a plugin that tells agents apart, only
/// those that it knows may use it. Without one it is for callers on this machine, who could reach the same hosts without us, and only while nobody else can reach the
/// listener: else it would be an open relay.
/// </summary>
internal sealed partial class AgentStep(AgentAuthenticator agents, ILogger<AgentStep> logger)
{
    private const string AuthenticationError = "authentication_error";

    private int _isTrustTold;

    public async ValueTask<bool> RunAsync(Exchange exchange)
    {
        var isForward = ForwardTarget.Is(exchange.Request.Path);
        var authenticates = exchange.Lease!.Generation.AuthenticatesAgents;
        if (!isForward && !(authenticates && AgentHeaders.AreIn(exchange.Http.Request.Headers)))
        {
            return true;
        }

        var isAllowed = authenticates ? await AuthenticateAsync(exchange, isForward) : await TrustAsync(exchange);
        return isAllowed && (!isForward || await ReadTargetAsync(exchange));
    }

    private async ValueTask<bool> AuthenticateAsync(Exchange exchange, bool isForward)
    {
        var http = exchange.Http;
        var (status, agent) = await agents.AskAsync(
            exchange.Lease!.Generation, RouteStep.HeadOf(exchange), http.Connection.RemoteIpAddress ?? IPAddress.None, http.RequestAborted);
        exchange.Agent = agent;
        switch (status)
        {
            case AgentCheckStatus.Rejected:
                await RefuseAsync(exchange, StatusCodes.Status401Unauthorized, AuthenticationError, "the proof of the agent that passed this request on is not accepted");
                return false;
            case AgentCheckStatus.Unknown when isForward:
                await RefuseAsync(exchange, StatusCodes.Status403Forbidden, AuthenticationError, "/_forward is for agents that prove who they are");
                return false;
            case AgentCheckStatus.Unavailable when isForward:
                await RefuseAsync(
                    exchange, StatusCodes.Status503ServiceUnavailable, AuthenticationError, "the plugin that tells agents apart does not work now, so /_forward is closed; the log says why");
                return false;
            default:
                return true;
        }
    }

    // What the connection says counts beside the configuration: while a listener moves there are two of them.
    private async ValueTask<bool> TrustAsync(Exchange exchange)
    {
        var http = exchange.Http;
        if (!IsLoopback(exchange.Lease!.Generation.Config.Proxy) || !IsLoopback(http.Connection.LocalIpAddress) || !IsLoopback(http.Connection.RemoteIpAddress))
        {
            await RefuseAsync(
                exchange, StatusCodes.Status403Forbidden, AuthenticationError, "other machines can reach this proxy, so /_forward needs a plugin that tells agents apart (auth.agent)");
            return false;
        }

        if (!OwnName.Is(http.Request.Host))
        {
            await RefuseAsync(exchange, StatusCodes.Status403Forbidden, "forbidden_host", "/_forward is called by the name localhost or by an address");
            return false;
        }

        if (Interlocked.Exchange(ref _isTrustTold, 1) == 0)
        {
            Log.Trusted(logger, exchange.Request.RequestId);
        }

        return true;
    }

    private static async ValueTask<bool> ReadTargetAsync(Exchange exchange)
    {
        exchange.Forward = ForwardTarget.Read(exchange.Http.Request.Headers, exchange.Target, out var problem);
        if (exchange.Forward is not null)
        {
            return true;
        }

        await RefuseAsync(exchange, StatusCodes.Status400BadRequest, "proxy_error", problem!);
        return false;
    }

    private static bool IsLoopback(ProxyConfig config) => config.Bind == "localhost" || (IPAddress.TryParse(config.Bind, out var address) && IPAddress.IsLoopback(address));

    private static bool IsLoopback(IPAddress? address) => address is not null && IPAddress.IsLoopback(address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address);

    // The body has not been read and will not be.
    private static Task RefuseAsync(Exchange exchange, int status, string type, string message)
    {
        exchange.Error = message;
        exchange.Http.Response.Headers.Connection = "close";
        return ErrorResponse.WriteAsync(exchange.Http.Response, status, type, message, exchange.Http.RequestAborted);
    }

    private static partial class Log
    {
        [LoggerMessage(EventId = 1210, EventName = "LocalForward", Level = LogLevel.Information,
            Message = "#{RequestId} /_forward: no plugin tells agents apart, and only this machine can reach the proxy: trusting local callers")]
        public static partial void Trusted(ILogger logger, long requestId);
    }
}
