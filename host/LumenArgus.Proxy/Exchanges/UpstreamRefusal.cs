using LumenArgus.Forwarding.Upstream;
using LumenArgus.Proxy.Responses;
using Microsoft.AspNetCore.Http;

namespace LumenArgus.Proxy.Exchanges;

/// <summary>Answers for an upstream that gave no response, while nothing has been sent to the caller.</summary>
internal static class UpstreamRefusal
{
    public static async Task WriteAsync(Exchange exchange, ForwardOutcome outcome, string detail)
    {
        if (outcome == ForwardOutcome.ClientGone)
        {
            exchange.ClientLeft = true;
            exchange.Http.Response.StatusCode = StatusCodes.Status499ClientClosedRequest;
            return;
        }

        exchange.Error = detail;
        var (status, type) = outcome switch
        {
            ForwardOutcome.InvalidRequest => (StatusCodes.Status400BadRequest, "proxy_error"),
            ForwardOutcome.ForbiddenAddress => (StatusCodes.Status403Forbidden, "forbidden_target"),
            ForwardOutcome.ConnectTimeout or ForwardOutcome.IdleTimeout => (StatusCodes.Status504GatewayTimeout, "timeout"),
            ForwardOutcome.TlsFailed => (StatusCodes.Status502BadGateway, "tls_error"),
            _ => (StatusCodes.Status502BadGateway, "proxy_error"),
        };
        var route = exchange.Route!;
        var hint = outcome switch
        {
            ForwardOutcome.ConnectFailed or ForwardOutcome.ConnectTimeout =>
                $" Is the network up, and is proxy.upstream.{route.ProviderName} in config.yaml the right address?",
            ForwardOutcome.ForbiddenAddress => " List it in proxy.forward_hosts if it may be forwarded to.",
            ForwardOutcome.TlsFailed => " Behind a proxy that opens TLS, set proxy.ca_bundle to its certificate.",
            _ => "",
        };
        var body = await route.Provider.ErrorBodyAsync(status, type, $"[lumen-argus] {detail}.{hint}", exchange.Http.RequestAborted);
        await ErrorResponse.WriteJsonAsync(exchange.Http.Response, status, body, exchange.Http.RequestAborted);
    }
}
