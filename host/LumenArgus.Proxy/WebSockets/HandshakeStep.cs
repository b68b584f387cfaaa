using LumenArgus.Forwarding.WebSockets.Handshake;
using LumenArgus.Inspection.Configuration;
using LumenArgus.Inspection.Inspecting;
using LumenArgus.Abstractions.Model;
using LumenArgus.Proxy.Exchanges;
using LumenArgus.Proxy.Identity;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace LumenArgus.Proxy.WebSockets;

/// <summary>
/// Decides where a connection goes and makes the handshake with the server, before the client gets an answer: what the server says, be it yes or no,
/// is what the client hears.
/// </summary>
internal sealed class HandshakeStep(RouteStep route, RecordStep record, HeaderSession session, WebSocketDialer dialer)
{
    private const string RelayProvider = "websocket";

    /// <returns>The server's end, or null if the request has been answered.</returns>
    public async ValueTask<DialResult?> RunAsync(Exchange exchange)
    {
        var config = exchange.Lease!.Generation.Config;
        var request = await TargetAsync(exchange, config);
        if (request is null)
        {
            return null;
        }

        var headers = session.Read(exchange, exchange.Lease!.Generation) with { ApiFormat = exchange.Route?.Provider.Name };
        exchange.Decision = new Decision { Scan = new ScanResult(), Session = headers };
        await record.DecideAsync(exchange);
        var dialled = await dialer.DialAsync(request, exchange.Http.RequestAborted);
        if (dialled.Outcome == DialOutcome.Switched)
        {
            return dialled;
        }

        await using (dialled)
        {
            await AnswerAsync(exchange, dialled);
        }

        return null;
    }

    private async ValueTask<DialRequest?> TargetAsync(Exchange exchange, LumenArgusConfig config)
    {
        var isForRelay = exchange.Request.Path == WebSocketRequest.RelayPath;
        if (!config.Pipeline.WebSocketOutbound && !(isForRelay && config.Pipeline.WebSocketInbound))
        {
            await UpgradeRefusal.SwitchedOffAsync(exchange);
            return null;
        }

        if (exchange.Http.Features.Get<IHttpUpgradeFeature>()?.IsUpgradableRequest != true || !HttpMethods.IsGet(exchange.Request.Method)
            || !WebSocketRequest.IsUpgrade(exchange.Http.Request))
        {
            await UpgradeRefusal.NoUpgradeAsync(exchange);
            return null;
        }

        if (!IsAllowedOrigin(exchange.Http.Request.Headers, config.WebSocket))
        {
            await UpgradeRefusal.OriginAsync(exchange);
            return null;
        }

        return isForRelay ? await RelayTargetAsync(exchange, config.WebSocket) : await ProviderTargetAsync(exchange);
    }

    // Only web pages send an origin, and each of them does; a tool is not asked for one.
    private static bool IsAllowedOrigin(IHeaderDictionary headers, WebSocketConfig config) =>
        config.AllowedOrigins.IsEmpty || headers.Origin.All(origin => origin is not null && config.AllowedOrigins.Contains(origin.ToLowerInvariant()));

    private async ValueTask<DialRequest?> ProviderTargetAsync(Exchange exchange) => !await route.RunAsync(exchange)
        ? null
        : new DialRequest { BaseUri = exchange.Route!.Upstream, RawTarget = exchange.Route.Target, Headers = exchange.Http.Request.Headers, PublicOnly = exchange.Route.PublicOnly };

    private static async ValueTask<DialRequest?> RelayTargetAsync(Exchange exchange, WebSocketConfig config)
    {
        exchange.ProviderName = RelayProvider;
        if (RelayTarget.Read(exchange.Target, out var problem) is not { } target)
        {
            await UpgradeRefusal.TargetAsync(exchange, problem!);
            return null;
        }

        var isListed = TargetRules.IsListed(target.BaseUri, config.AllowedTargets);
        if (!isListed && !TargetRules.AllowsPublic(config.AllowedTargets))
        {
            await UpgradeRefusal.TargetForbiddenAsync(exchange, $"{target.BaseUri.Authority} is not an allowed target");
            return null;
        }

        exchange.WebSocketTarget = target.Display;
        return new DialRequest { BaseUri = target.BaseUri, RawTarget = target.RawTarget, Headers = exchange.Http.Request.Headers, PublicOnly = !isListed };
    }

    private static Task AnswerAsync(Exchange exchange, DialResult dialled)
    {
        switch (dialled.Outcome)
        {
            case DialOutcome.Refused:
                return dialled.RefuseAsync(exchange.Http);
            case DialOutcome.ForbiddenAddress:
                return UpgradeRefusal.TargetForbiddenAsync(exchange, dialled.Detail);
            case DialOutcome.ClientGone:
                exchange.ClientLeft = true;
                exchange.Http.Response.StatusCode = StatusCodes.Status499ClientClosedRequest;
                return Task.CompletedTask;
            case DialOutcome.InvalidRequest:
                return UpgradeRefusal.FailedAsync(exchange, StatusCodes.Status400BadRequest, "proxy_error", dialled.Detail);
            case DialOutcome.TimedOut:
                return UpgradeRefusal.FailedAsync(exchange, StatusCodes.Status504GatewayTimeout, "timeout", dialled.Detail);
            default:
                return UpgradeRefusal.FailedAsync(exchange, StatusCodes.Status502BadGateway, "proxy_error", dialled.Detail);
        }
    }
}
