using LumenArgus.Forwarding.Responses;
using LumenArgus.Forwarding.Upstream;
using LumenArgus.Proxy.Responses;
using Microsoft.AspNetCore.Http;

namespace LumenArgus.Proxy.Exchanges;

/// <summary>Sends the request on as it came, or with its edited body, and hands the response to the caller as it arrives.</summary>
internal sealed class ForwardStep(CurrentUpstream upstream)
{
    public async Task RunAsync(Exchange exchange)
    {
        var http = exchange.Http;
        var route = exchange.Route!;
        var result = await upstream.SendAsync(
            new ForwardRequest
            {
                Method = exchange.Request.Method,
                RawTarget = route.Target,
                BaseUri = route.Upstream,
                Headers = http.Request.Headers,
                Body = exchange.Decision!.EditedBody ?? exchange.Body!.Memory,
                HasBody = ForwardRequest.IsFramedWithBody(http.Request),
            },
            http.RequestAborted);
        exchange.ReleaseRequest();
        if (result.Response is not { } response)
        {
            await RefuseAsync(exchange, result);
            return;
        }

        using (response)
        {
            var relayed = await ResponseRelay.CopyAsync(response, http, tap: null, http.RequestAborted);
            exchange.ResponseBytes = relayed.Bytes;
            exchange.ClientLeft = relayed.Outcome == ForwardOutcome.ClientGone;
            exchange.Error = relayed.Outcome is ForwardOutcome.Ok or ForwardOutcome.ClientGone ? null : relayed.Detail;
        }
    }

    private static async Task RefuseAsync(Exchange exchange, ForwardResult result)
    {
        if (result.Outcome == ForwardOutcome.ClientGone)
        {
            exchange.ClientLeft = true;
            exchange.Http.Response.StatusCode = StatusCodes.Status499ClientClosedRequest;
            return;
        }

        exchange.Error = result.Detail;
        var (status, type) = result.Outcome switch
        {
            ForwardOutcome.InvalidRequest => (StatusCodes.Status400BadRequest, "proxy_error"),
            ForwardOutcome.ConnectTimeout or ForwardOutcome.IdleTimeout => (StatusCodes.Status504GatewayTimeout, "timeout"),
            ForwardOutcome.TlsFailed => (StatusCodes.Status502BadGateway, "tls_error"),
            _ => (StatusCodes.Status502BadGateway, "proxy_error"),
        };
        var route = exchange.Route!;
        var hint = result.Outcome switch
        {
            ForwardOutcome.ConnectFailed or ForwardOutcome.ConnectTimeout =>
                $" Is the network up, and is proxy.upstream.{route.ProviderName} in config.yaml the right address?",
            ForwardOutcome.TlsFailed => " Behind a proxy that opens TLS, set proxy.ca_bundle to its certificate.",
            _ => "",
        };
        var body = await route.Provider.ErrorBodyAsync(status, type, $"[lumen-argus] {result.Detail}.{hint}", exchange.Http.RequestAborted);
        await ErrorResponse.WriteJsonAsync(exchange.Http.Response, status, body, exchange.Http.RequestAborted);
    }
}
